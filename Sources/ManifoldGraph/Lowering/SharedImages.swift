import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// The images of all services, each once: with the first place that names it, the most eager policy, and how it is built.
struct SharedImages {
    private struct Entry {
        var spec: ImageSpec
        var needs: [ResourceAddress: Need] = [:]
        var origins: [FieldPath: Origin]
        var declaration: SourceSpan?
        /// The service that builds it.
        var builder: Service?
    }

    private var entries: OrderedDictionary<ResourceAddress, Entry> = [:]

    var resources: [Resource] {
        entries.map { address, entry in
            Resource(
                id: address,
                spec: .image(entry.spec),
                needs: entry.needs,
                origins: entry.origins,
                declaration: entry.declaration
            )
        }
    }

    mutating func use(_ lowering: ServiceLowering, reporting diagnostics: inout Diagnostics) {
        guard let reference = lowering.image else { return }
        let address = ResourceAddress(.image, reference.familiar)
        let origin = lowering.origins[FieldPath("image")]
        var spec = ImageSpec(reference: reference.normal)
        spec.platform = lowering.spec.runtime.platform
        var entry =
            entries[address]
            ?? Entry(
                spec: spec,
                origins: origin.map { [FieldPath("image"): $0] } ?? [:],
                declaration: origin?.span
            )
        let policy = lowering.pullPolicy(of: reference)
        // Who only uses what another service builds has no say in where it comes from.
        let isBuiltElsewhere = entry.builder != nil && lowering.build == nil
        if entry.builder == nil, lowering.build != nil {
            entry.spec.policy = policy
        } else if !isBuiltElsewhere {
            entry.spec.policy = entries[address] == nil ? policy : max(entry.spec.policy, policy)
        }
        add(lowering.build, of: lowering.service, to: &entry, reporting: &diagnostics)
        entries[address] = entry
    }

    private func add(
        _ build: BuildLowering?,
        of service: Service,
        to entry: inout Entry,
        reporting diagnostics: inout Diagnostics
    ) {
        guard let build else { return }
        if let known = entry.spec.build, let builder = entry.builder {
            guard known != build.spec else { return }
            diagnostics.report(GraphDiagnostics.builtTwice(entry.spec.reference, by: service, and: builder))
            return
        }
        entry.spec.build = build.spec
        entry.spec.platform = build.spec.platform
        entry.builder = service
        entry.needs = build.needs
        entry.origins.merge(build.origins) { $1 }
        entry.declaration = service.setting("build")?.origin.span ?? entry.declaration
    }
}
