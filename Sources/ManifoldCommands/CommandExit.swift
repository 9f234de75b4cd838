import ArgumentParser
import ManifoldExecution

/// Exit codes, a contract with scripts; usage errors are the argument parser's own 64.
enum CommandExit {
    /// An error, or a failed apply with nothing to take back.
    static let failure = ExitCode(1)
    /// With `--detailed-exitcode` the plan has changes; something drifted.
    static let changes = ExitCode(2)
    /// The apply failed, and what it had begun is as before.
    static let rolledBack = ExitCode(3)
    /// The apply failed, and something is left half done.
    static let leftHalfDone = ExitCode(4)

    /// How a carried out plan ends the program; nil for a success.
    static func code(for report: ExecutionReport) -> ExitCode? {
        if report.isSuccess { return nil }
        if !report.leftHalfDone.isEmpty { return leftHalfDone }
        return report.rolledBack.isEmpty ? failure : rolledBack
    }
}
