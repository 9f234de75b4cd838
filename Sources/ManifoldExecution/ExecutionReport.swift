package import ManifoldPlan
package import ManifoldResources

/// How one step ended.
package enum Outcome: Hashable, Sendable {
    case succeeded
    case failed(OperationFailure)
    /// Not begun, because a step that it waits for did not succeed.
    case skipped(because: Step.ID)
    /// Not begun, because the apply was called off.
    case cancelled
}

/// What happens while a plan is carried out, for those who watch.
package enum ExecutionEvent: Sendable {
    case began(Step)
    case finished(Step, Outcome, took: Duration)
    /// A step of a failed change is taken back.
    case undid(Step, failure: OperationFailure?)
}

/// What came of a plan.
package struct ExecutionReport: Sendable {
    package let outcomes: [Step.ID: Outcome]
    /// Changes that failed and whose earlier state is back.
    package let rolledBack: Set<ResourceAddress>
    /// Changes that failed and could not be taken back fully.
    package let leftHalfDone: Set<ResourceAddress>
    /// The ids of what was made, by step.
    package let created: [Step.ID: String]

    package init(
        outcomes: [Step.ID: Outcome],
        rolledBack: Set<ResourceAddress>,
        leftHalfDone: Set<ResourceAddress>,
        created: [Step.ID: String]
    ) {
        self.outcomes = outcomes
        self.rolledBack = rolledBack
        self.leftHalfDone = leftHalfDone
        self.created = created
    }

    /// Whether every step succeeded.
    package var isSuccess: Bool {
        outcomes.values.allSatisfy { $0 == .succeeded }
    }
}
