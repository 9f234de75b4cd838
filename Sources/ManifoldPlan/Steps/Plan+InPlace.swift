package import ManifoldResources

/// What the revision record says of a plan, before it is carried out and after.
extension Plan {
    /// Whether a container goes.
    package func removes(_ container: String) -> Bool {
        steps.contains { step in
            if case .remove(.existing(container, _)) = step.operation { true } else { false }
        }
    }

    /// The fields that the plan changes on containers that stay, with the values they get, by container id.
    ///
    /// A content that is written anew counts as unknown: it is there only when the process was told of it too.
    package func fieldsChangedInPlace(
        for desired: DesiredSystem
    ) -> [String: [FieldName: FieldValue<SealedText>?]] {
        var changed: [String: [FieldName: FieldValue<SealedText>?]] = [:]
        for (container, address, differences) in changesInPlace {
            let wanted = desired[address]?.fields ?? [:]
            for field in Set(differences.map(\.path.field)) {
                let contents = differences.filter { $0.path.field == field && $0.policy != nil }.map(\.path)
                changed[container, default: [:]][field] = .some(wanted[field]?.unsettled(at: contents))
            }
        }
        return changed
    }

    /// The fields with contents that are written anew in containers that stay, as they are when these and everything that
    /// lets the process know of them have `succeeded`, by container id.
    ///
    /// What did not come about is made up for by the next apply, which writes the files once more.
    package func contentsSettled(
        for desired: DesiredSystem,
        where succeeded: (Step.ID) -> Bool
    ) -> [String: SealedFields] {
        var settled: [String: SealedFields] = [:]
        for (container, address, differences) in changesInPlace
        where steps.allSatisfy({ !$0.operation.passesContents(to: container) || succeeded($0.id) }) {
            for difference in differences where difference.policy != nil {
                let field = difference.path.field
                settled[container, default: [:]][field] = desired[address]?.fields[field]
            }
        }
        return settled
    }

    /// What differs on the containers that stay and are changed.
    private var changesInPlace: [(container: String, address: ResourceAddress, differences: [FieldDifference])] {
        var containers: [ResourceAddress: Set<String>] = [:]
        for step in steps {
            switch step.operation {
            case .update(.existing(let id, _), _), .rename(.existing(let id, _), _),
                .connect(_, .existing(let id, _), _), .disconnect(.existing(let id, _), _),
                .putFiles(_, .existing(let id, _)), .rewriteFiles(_, .existing(let id, _), _):
                containers[step.change, default: []].insert(id)
            default: continue
            }
        }
        return changes.filter { !$0.actions.contains(.replace) }
            .flatMap { change in
                let differences = change.reasons.compactMap { reason in
                    if case .field(let difference) = reason { difference } else { nil }
                }
                return containers[change.id, default: []].map { ($0, change.id, differences) }
            }
    }
}

extension Step.Operation {
    /// Whether it writes contents into a container, or lets its process know of them.
    fileprivate func passesContents(to container: String) -> Bool {
        switch self {
        case .putFiles(_, let target), .rewriteFiles(_, let target, _), .unpause(let target), .signal(let target, _),
            .stop(let target), .start(let target):
            if case .existing(container, _) = target { true } else { false }
        default: false
        }
    }
}

extension FieldValue<SealedText> {
    /// The same with nothing known of the texts in some entries.
    fileprivate func unsettled(at paths: [FieldPath]) -> FieldValue {
        guard !paths.isEmpty, case .map(var entries) = self else { return self }
        for entry in paths.compactMap(\.entry) { entries[entry] = entries[entry]?.unsettled }
        return .map(entries)
    }
}
