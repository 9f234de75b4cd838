import ManifoldResources

/// Collects steps and numbers them; a step can only wait for steps that are there already, so the list is in order by construction.
struct StepList {
    private(set) var all: [Step] = []
    /// Changes that are taken back with another one.
    var groups: [ResourceAddress: ResourceAddress] = [:]

    /// Makes room for so many steps: to move many to larger memory again and again takes longer than to add them.
    mutating func reserve(_ count: Int) { all.reserveCapacity(count) }

    /// Adds a step and returns its number.
    mutating func add(
        _ change: ResourceAddress,
        _ operation: Step.Operation,
        after: Set<Step.ID> = [],
        undo: Step.Operation? = nil
    ) -> Step.ID {
        let id = Step.ID(all.count + 1)
        all.append(
            Step(id: id, change: change, group: groups[change], operation: operation, after: after, undo: undo)
        )
        return id
    }

    /// Says how a step is taken back, where that names what the step itself makes.
    mutating func setUndo(of id: Step.ID, to operation: Step.Operation) {
        let step = all[id.number - 1]
        all[id.number - 1] = Step(
            id: step.id,
            change: step.change,
            group: step.group,
            operation: step.operation,
            after: step.after,
            undo: operation
        )
    }
}
