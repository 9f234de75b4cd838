import ManifoldPlan
import ManifoldResources

extension Plan {
    /// Whether a container goes.
    func removes(_ container: String) -> Bool {
        steps.contains { step in
            if case .remove(.existing(container, _)) = step.operation { true } else { false }
        }
    }

    /// The fields that the plan changes on containers that stay, with the values they get, by container id.
    func fieldsChangedInPlace(
        for desired: DesiredSystem
    ) -> [String: [FieldName: FieldValue<SealedText>?]] {
        var containers: [ResourceAddress: Set<String>] = [:]
        for step in steps {
            switch step.operation {
            case .update(.existing(let id, _), _), .rename(.existing(let id, _), _),
                .connect(_, .existing(let id, _), _),
                .disconnect(.existing(let id, _), _):
                containers[step.change, default: []].insert(id)
            default: continue
            }
        }
        var changed: [String: [FieldName: FieldValue<SealedText>?]] = [:]
        for change in changes where !change.actions.contains(.replace) {
            for case .field(let difference) in change.reasons {
                for id in containers[change.id, default: []] {
                    changed[id, default: [:]][difference.path.field] = .some(
                        desired[change.id]?.fields[difference.path.field]
                    )
                }
            }
        }
        return changed
    }
}
