import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// Turns one service into what all its instances have in common: spec, needs and origins.
///
/// Problems are reported and gone past, so that one run shows all of them.
struct ServiceLowering {
    let service: Service
    let names: DeclaredNames
    var spec = ContainerSpec()
    var needs: [ResourceAddress: Need] = [:]
    var origins: [FieldPath: Origin] = [:]
    var contentPolicies: [String: ContentPolicy] = [:]
    var image: ImageReference?
    var build: BuildLowering?

    init(_ service: Service, _ names: DeclaredNames) {
        self.service = service
        self.names = names
        // Most of the origins: growing the table again and again would cost more than filling it.
        origins.reserveCapacity(service.environment.count + service.labels.count + service.volumes.count + 16)
    }

    var manifest: Manifest { names.manifest }

    mutating func lower(reporting diagnostics: inout Diagnostics) {
        lowerImage(reporting: &diagnostics)
        lowerProcess(reporting: &diagnostics)
        lowerRights(reporting: &diagnostics)
        lowerRuntime()
        lowerSharing(reporting: &diagnostics)
        lowerLabels(reporting: &diagnostics)
        lowerHealthCheck()
        lowerLimits(reporting: &diagnostics)
        lowerPorts()
        lowerNetworks(reporting: &diagnostics)
        lowerMounts(reporting: &diagnostics)
        lowerFiles(reporting: &diagnostics)
        lowerDependencies()
        origins[FieldPath("container_name")] = service.containerName?.origin
    }

    private mutating func lowerLabels(reporting diagnostics: inout Diagnostics) {
        for (name, label) in service.labels {
            if LabelNames.isReserved(name) {
                diagnostics.report(GraphDiagnostics.reservedLabel(name, label.origin))
            }
            spec.labels[name] = Showability.text(label.value, named: name, from: label.origin)
            origins[FieldPath("labels", name)] = label.origin
        }
    }

    /// Notes that something must exist first; the first place that asks for it is the one to show.
    mutating func need(_ address: ResourceAddress, at span: SourceSpan) {
        if needs[address] == nil { needs[address] = Need(.existing, at: span) }
    }
}
