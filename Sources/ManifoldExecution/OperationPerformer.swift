package import ManifoldPlan

/// The door between the compiler wing and an engine: carries out one operation.
///
/// Two conform: the Docker engine, and the simulated engine that tests use.
package protocol OperationPerformer: Sendable {
    /// Carries out one operation, with the ids of what earlier steps made, and returns the id of what it made itself.
    ///
    /// An observation ends early, by a failure, when its task is cancelled.
    func perform(
        _ operation: Step.Operation,
        resolving: [Step.ID: String]
    ) async throws(OperationFailure) -> String?
}

/// Why an operation could not be carried out.
package struct OperationFailure: Error, Hashable {
    /// The engine's own words, or what was waited for in vain.
    package let message: String
    /// Further lines for a person: a container's last output, its last health check.
    package let details: [String]
    /// Whether the lock on the system was lost, so that nothing more may be done, taking back included.
    package let isLockLost: Bool

    package init(_ message: String, details: [String] = [], isLockLost: Bool = false) {
        self.message = message
        self.details = details
        self.isLockLost = isLockLost
    }
}
