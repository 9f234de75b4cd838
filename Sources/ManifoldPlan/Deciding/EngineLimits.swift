import ManifoldDiagnostics
import ManifoldResources
import SideBySide

/// What is wanted and this engine cannot do, found before anything is done.
struct EngineLimits {
    private let facts: SealedFacts
    private let level: APILevel

    init(_ facts: SealedFacts) {
        self.facts = facts
        // An engine whose version cannot be read is asked for everything, and refuses by itself.
        level = APILevel(facts.engine.apiVersion) ?? APILevel(.max, 0)
    }

    func check(_ desired: DesiredSystem, reporting diagnostics: inout Diagnostics) {
        let networks = rowsTooNew(of: .network)
        let volumes = rowsTooNew(of: .volume)
        let containers = rowsTooNew(of: .container)
        let limits = { @Sendable (resource: DesiredResource) -> [Diagnostic] in
            guard (resource.id.replica ?? 1) == 1, !resource.isExternal else { return [] }
            switch resource.id.kind {
            case .network: return self.limits(of: resource, networks)
            case .volume: return self.limits(of: resource, volumes)
            case .service: return self.limits(of: resource, containers) + missingHolders(of: resource)
            case .config, .secret, .image: return []
            }
        }
        // The few that something is to be said of say it in turn, so that the findings of all never wait side by side.
        let areBeyond = desired.ordered.mapSideBySide { !limits($0).isEmpty }
        for (resource, isBeyond) in zip(desired.ordered, areBeyond) where isBeyond {
            for diagnostic in limits(resource) { diagnostics.report(diagnostic) }
        }
    }

    /// The few fields of a kind that something newer than this engine is asked for in.
    private func rowsTooNew<Spec>(of table: FieldTable<Spec>) -> [Field<Spec>] {
        table.rows.filter { row in row.requirements.contains { level < $0.level } }
    }

    private func limits<Spec>(of resource: DesiredResource, _ rows: [Field<Spec>]) -> [Diagnostic] {
        rows.flatMap { row -> [Diagnostic] in
            guard let value = resource.fields[row.name] else { return [] }
            return row.tooNew(in: value, for: level)
                .map { PlanDiagnostics.engineTooOld(resource, $0, has: facts.engine.apiVersion) }
        }
    }

    private func missingHolders(of resource: DesiredResource) -> [Diagnostic] {
        let sharing = resource.sharing
        guard !sharing.isNone else { return [] }
        let fields: [(FieldPath, NamespaceMode?)] =
            [
                (FieldPath("network_mode"), sharing.network), (FieldPath("ipc"), sharing.ipc),
                (FieldPath("pid"), sharing.processes),
            ] + sharing.volumesFrom.keys.map { (FieldPath("volumes_from", $0.description), $0) }
        return fields.compactMap { path, mode in
            guard case .container(let name)? = mode, facts.outsiders[name] == nil else { return nil }
            return PlanDiagnostics.holderMissing(resource, name, path)
        }
    }
}
