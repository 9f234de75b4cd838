package import ManifoldExecution
package import ManifoldPlan
import ManifoldResources

/// The end of an apply or a destroy in a few lines: what was done, what was not, and what to do next.
package struct EventSummary: Sendable {
    private let plan: Plan
    private let style: Style
    private let destroying: Bool

    package init(plan: Plan, color: Bool, destroying: Bool = false) {
        self.plan = plan
        self.destroying = destroying
        style = Style(color: color)
    }

    /// The lines, each ending in a line break.
    package func render(_ report: ExecutionReport, took: Duration) -> String {
        let time = EventTime.text(took)
        let all = changes(counted: plan.changes.count)
        if report.isSuccess {
            return style.paint("\(destroying ? "Destroyed" : "Applied"): \(all) in \(time).", .added) + "\n"
        }
        let ends = ends(in: report)
        var lines: [String] = []
        if ends.failed.isEmpty {
            lines.append(style.paint("Called off after \(time); \(ends.done) of \(all) done.", .changed))
        } else {
            let failed = changes(counted: ends.failed.count)
            lines.append(style.paint("Failed: \(failed) of \(plan.changes.count), after \(time).", .removed))
            for (address, failure) in ends.failed.sorted(by: { $0.key < $1.key }) {
                let message = AnsiSafe.lines(failure.message).first ?? ""
                lines.append("  \(AnsiSafe.line(address.description)): \(message)")
            }
        }
        if !report.rolledBack.isEmpty {
            lines.append("  Rolled back, as before: \(list(report.rolledBack))")
        }
        if !report.leftHalfDone.isEmpty {
            lines.append("  Left half done: \(list(report.leftHalfDone))")
        }
        if !ends.notDone.isEmpty { lines.append("  Not done: \(list(ends.notDone))") }
        lines.append(advice(report, ends))
        return lines.joined(separator: "\n") + "\n"
    }

    private struct Ends {
        var done = 0
        var failed: [ResourceAddress: OperationFailure] = [:]
        var notDone: Set<ResourceAddress> = []
    }

    private func ends(in report: ExecutionReport) -> Ends {
        var ends = Ends()
        for (change, steps) in Dictionary(grouping: plan.steps, by: \.change) {
            let outcomes = steps.sorted { $0.id < $1.id }.map { report.outcomes[$0.id] ?? .cancelled }
            let failures = outcomes.compactMap { outcome in
                if case .failed(let failure) = outcome { failure } else { nil }
            }
            if let failure = failures.first {
                ends.failed[change] = failure
            } else if outcomes.allSatisfy({ $0 == .succeeded }) {
                ends.done += 1
            } else if !report.rolledBack.contains(change), !report.leftHalfDone.contains(change) {
                ends.notDone.insert(change)
            }
        }
        return ends
    }

    private func advice(_ report: ExecutionReport, _ ends: Ends) -> String {
        let command = destroying ? "manifold destroy" : "manifold apply"
        if ends.failed.values.contains(where: \.isLockLost) {
            return
                "Somebody else took over the lock, so nothing more was done. Look at `manifold plan` before you go on."
        }
        if ends.failed.isEmpty { return "Run `\(command)` again to do the rest." }
        let cause = "Mend the cause and run `\(command)` again"
        return report.leftHalfDone.isEmpty
            ? "\(cause)." : "\(cause): it goes on from what is there. `manifold plan` shows what that is."
    }

    private func changes(counted count: Int) -> String {
        count == 1 ? "1 change" : "\(count) changes"
    }

    private func list(_ addresses: Set<ResourceAddress>) -> String {
        addresses.sorted().map { AnsiSafe.line($0.description) }.joined(separator: ", ")
    }
}
