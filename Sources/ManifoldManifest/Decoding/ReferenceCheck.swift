import ManifoldDiagnostics
import OrderedCollections
import ManifoldYAML

/// Whether what active services refer to is declared.
struct ReferenceCheck {
    let draft: ManifestDraft
    private let root: Node
    /// Suggestions cost a look at every name, so a generated file full of mistakes gets them for the first ones only.
    private var comparisonsLeft = 1_000_000

    /// The configs and secrets that active services use.
    private(set) var usedConfigs: Set<String> = []
    private(set) var usedSecrets: Set<String> = []
    /// What builds and services name beyond the fields of the model, by service.
    private let buildSecrets: [String: [ContentReference]]
    private let modelUses: [String: [Sourced<String>]]

    init(_ draft: ManifestDraft, root: Node, decoder: ManifestDecoder) {
        self.draft = draft
        self.root = root
        buildSecrets = decoder.buildSecrets
        modelUses = decoder.modelUses
    }

    mutating func run(reporting diagnostics: inout Diagnostics) {
        let networks = names(in: "networks")
        let volumes = names(in: "volumes")
        let configs = names(in: "configs")
        let secrets = names(in: "secrets")
        let services = names(in: "services")
        let models = names(in: "models")
        for service in draft.services.values where service.isActive {
            for (name, network) in service.networks where name != "default" {
                check(name, network.origin, service, "network", in: networks, &diagnostics)
            }
            for mount in service.volumes where mount.kind == .volume {
                if let name = mount.source { check(name, mount.origin, service, "volume", in: volumes, &diagnostics) }
            }
            for reference in service.configs {
                usedConfigs.insert(reference.source)
                check(reference.source, reference.origin, service, "config", in: configs, &diagnostics)
            }
            for reference in service.secrets { usedSecrets.insert(reference.source) }
            for reference in service.secrets + (buildSecrets[service.name] ?? []) {
                check(reference.source, reference.origin, service, "secret", in: secrets, &diagnostics)
            }
            for use in modelUses[service.name] ?? [] {
                check(use.value, use.origin, service, "model", in: models, &diagnostics)
            }
            checkDependencies(of: service, in: services, &diagnostics)
            checkContexts(of: service, &diagnostics)
        }
    }

    /// Builds may start from the images of other services, where these are built too.
    private func checkContexts(of service: Service, _ diagnostics: inout Diagnostics) {
        for context in service.normal["build"]?["additional_contexts"]?.pairs ?? [] {
            guard let text = context.value.scalarText, text.hasPrefix("service:") else { continue }
            let name = String(text.dropFirst("service:".count))
            guard draft.services[name]?.normal["build"] == nil else { continue }
            let known = draft.services[name] != nil
            diagnostics.report(.contextNotBuilt(name, context.value.origin, service.name, isKnown: known))
        }
    }

    /// The names of a section as they are written, mistaken ones included; nil where it cannot be known what there is,
    /// because the section itself is a mistake.
    private func names(in section: String) -> Set<String>? {
        guard let node = root[section] else { return [] }
        return node.pairs.map { Set($0.compactMap(\.key.scalarText)) }
    }

    private mutating func check(
        _ name: String,
        _ origin: Origin,
        _ service: Service,
        _ kind: String,
        in declared: Set<String>?,
        _ diagnostics: inout Diagnostics
    ) {
        guard let declared, !declared.contains(name) else { return }
        diagnostics.report(.undeclared(name, origin, kind, service.name, suggestion: suggestion(for: name, declared)))
    }

    private mutating func checkDependencies(
        of service: Service,
        in services: Set<String>?,
        _ diagnostics: inout Diagnostics
    ) {
        for (name, dependency) in service.dependsOn {
            if let other = draft.services[name] {
                if !other.isActive, dependency.isRequired {
                    diagnostics.report(.inactiveDependency(dependency.origin, service.name, other))
                }
            } else {
                check(name, dependency.origin, service, "service", in: services, &diagnostics)
            }
        }
    }

    private mutating func suggestion(for name: String, _ declared: Set<String>) -> String? {
        guard comparisonsLeft > 0 else { return nil }
        comparisonsLeft -= declared.count
        return Suggestion.nearest(to: name, among: declared)
    }
}
