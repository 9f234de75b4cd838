import ArgumentParser
import ManifoldExecution
import ManifoldPlan
import ManifoldResources
import Testing

@testable import ManifoldCommands

@Suite("exit codes")
struct CommandExitTests {
    private let web = ResourceAddress(.service, "web", replica: 1)

    private func code(
        _ outcome: Outcome,
        rolledBack: Set<ResourceAddress> = [],
        leftHalfDone: Set<ResourceAddress> = []
    ) -> Int32? {
        let report = ExecutionReport(
            outcomes: [Step.ID(1): outcome],
            rolledBack: rolledBack,
            leftHalfDone: leftHalfDone,
            created: [:]
        )
        return CommandExit.code(for: report)?.rawValue
    }

    @Test("a report's end is the program's")
    func codes() {
        let failed = Outcome.failed(OperationFailure("no"))
        #expect(code(.succeeded) == nil)
        #expect(code(failed) == 1)
        #expect(code(.cancelled) == 1)
        #expect(code(failed, rolledBack: [web]) == 3)
        #expect(code(failed, rolledBack: [web], leftHalfDone: [web]) == 4)
    }
}
