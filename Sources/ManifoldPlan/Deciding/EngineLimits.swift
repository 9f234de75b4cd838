import ManifoldDiagnostics
import ManifoldResources

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
        for resource in desired.ordered where (resource.id.replica ?? 1) == 1 && !resource.isExternal {
            switch resource.id.kind {
            case .network: check(resource, networks, reporting: &diagnostics)
            case .volume: check(resource, volumes, reporting: &diagnostics)
            case .service:
                check(resource, containers, reporting: &diagnostics)
                checkHolders(of: resource, reporting: &diagnostics)
            case .config, .secret, .image: continue
            }
        }
    }

    /// The few fields of a kind that something newer than this engine is asked for in.
    private func rowsTooNew<Spec>(of table: FieldTable<Spec>) -> [Field<Spec>] {
        table.rows.filter { row in row.requirements.contains { level < $0.level } }
    }

    private func check<Spec>(
        _ resource: DesiredResource,
        _ rows: [Field<Spec>],
        reporting diagnostics: inout Diagnostics
    ) {
        for row in rows {
            guard let value = resource.fields[row.name] else { continue }
            for tooNew in row.tooNew(in: value, for: level) {
                diagnostics.report(PlanDiagnostics.engineTooOld(resource, tooNew, has: facts.engine.apiVersion))
            }
        }
    }

    private func checkHolders(of resource: DesiredResource, reporting diagnostics: inout Diagnostics) {
        let sharing = resource.sharing
        guard !sharing.isNone else { return }
        let fields: [(FieldPath, NamespaceMode?)] =
            [
                (FieldPath("network_mode"), sharing.network), (FieldPath("ipc"), sharing.ipc),
                (FieldPath("pid"), sharing.processes),
            ] + sharing.volumesFrom.keys.map { (FieldPath("volumes_from", $0.description), $0) }
        for case (let path, .container(let name)?) in fields where facts.outsiders[name] == nil {
            diagnostics.report(PlanDiagnostics.holderMissing(resource, name, path))
        }
    }
}
