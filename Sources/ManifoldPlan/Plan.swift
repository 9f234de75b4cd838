package import ManifoldGraph
package import ManifoldResources

/// The difference between a graph and a live engine, and the steps that close it.
package struct Plan: Sendable {
    package let system: SystemIdentity
    package let engine: EngineFacts
    /// What changes, for people, in the order of the addresses.
    package let changes: [Change]
    package let notes: [Note]
    /// What is done, for the executor; every step comes behind those it waits for.
    package let steps: [Step]
    /// How many resources stay as they are.
    package let unchangedCount: Int
    /// What the plan says nothing about because somebody chose a part of the system; empty for a whole plan.
    package let leftOut: [ResourceAddress]

    package init(
        system: SystemIdentity,
        engine: EngineFacts,
        changes: [Change],
        notes: [Note],
        steps: [Step],
        unchangedCount: Int,
        leftOut: [ResourceAddress] = []
    ) {
        var seen: Set<Step.ID> = []
        for step in steps {
            precondition(step.after.isSubset(of: seen), "step \(step.id) waits for a step that does not come before it")
            precondition(seen.insert(step.id).inserted, "step \(step.id) is there twice")
        }
        self.system = system
        self.engine = engine
        self.changes = changes
        self.notes = notes
        self.steps = steps
        self.unchangedCount = unchangedCount
        self.leftOut = leftOut
    }

    /// A plan without operations; notes are not operations.
    package var isEmpty: Bool { changes.isEmpty }
}
