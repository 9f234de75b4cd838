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
        for resource in desired.ordered where (resource.id.replica ?? 1) == 1 && !resource.isExternal {
            switch resource.id.kind {
            case .network: check(resource, .network, reporting: &diagnostics)
            case .volume: check(resource, .volume, reporting: &diagnostics)
            case .service:
                check(resource, .container, reporting: &diagnostics)
                checkHolders(of: resource, reporting: &diagnostics)
            case .config, .secret, .image: continue
            }
        }
    }

    private func check<Spec>(
        _ resource: DesiredResource,
        _ table: FieldTable<Spec>,
        reporting diagnostics: inout Diagnostics
    ) {
        for row in table.rows where !row.requirements.isEmpty {
            guard let value = resource.fields[row.name] else { continue }
            for tooNew in row.tooNew(in: value, for: level) {
                diagnostics.report(PlanDiagnostics.engineTooOld(resource, tooNew, has: facts.engine.apiVersion))
            }
        }
    }

    private func checkHolders(of resource: DesiredResource, reporting diagnostics: inout Diagnostics) {
        let sharing = resource.sharing
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
