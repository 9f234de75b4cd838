package import ManifoldExecution
package import ManifoldPlan
import ManifoldResources

/// What happens during an apply, told as it happens: one line for each finished step.
package struct EventText: Sendable {
    private let style: Style
    private let words = StepWords()
    private let addressWidth: Int
    private let owners: [Step.ID: ResourceAddress]
    /// Changes whose end has been told already, so that their other steps are not told one by one.
    private var settled: Set<ResourceAddress> = []

    package init(plan: Plan, color: Bool) {
        style = Style(color: color)
        addressWidth = min(40, plan.steps.map { AnsiSafe.line($0.change.description).count }.max() ?? 0)
        owners = Dictionary(plan.steps.map { ($0.id, $0.change) }) { first, _ in first }
    }

    /// The lines for an event, without a line break at the end; nil where it is nothing to tell.
    package mutating func lines(for event: ExecutionEvent) -> String? {
        switch event {
        case .began:
            nil
        case .finished(let step, .succeeded, let took):
            line("✓", .added, step, words.fact(step.operation), took: took)
        case .finished(let step, .failed(let failure), let took):
            failed(step, failure, took: took)
        case .finished(let step, .skipped(let cause), _):
            settle(step) ? line("–", .faint, step, "not done: \(reason(cause, step))") : nil
        case .finished(let step, .cancelled, _):
            settle(step) ? line("–", .faint, step, "not done: called off") : nil
        case .undid(let step, let failure):
            undid(step, failure)
        }
    }

    /// Whether this is the first news of how the step's change ended.
    private mutating func settle(_ step: Step) -> Bool {
        settled.insert(step.change).inserted
    }

    private mutating func failed(_ step: Step, _ failure: OperationFailure, took: Duration) -> String {
        settled.insert(step.change)
        let headline = line("✗", .removed, step, words.failure(step.operation), took: took)
        return ([headline] + Self.indented(failure)).joined(separator: "\n")
    }

    private func undid(_ step: Step, _ failure: OperationFailure?) -> String {
        let undo = step.undo ?? step.operation
        guard let failure else { return line("↩", .changed, step, "rolled back: \(words.fact(undo))") }
        let headline = line("✗", .removed, step, "could not be rolled back: \(words.order(undo))")
        return ([headline] + Self.indented(failure)).joined(separator: "\n")
    }

    private func reason(_ cause: Step.ID, _ step: Step) -> String {
        guard let owner = owners[cause], owner != step.change else { return "an earlier step was not done" }
        return "waits for \(AnsiSafe.line(owner.description))"
    }

    private func line(
        _ sign: String,
        _ tone: Style.Tone,
        _ step: Step,
        _ text: String,
        took: Duration? = nil
    ) -> String {
        let address = AnsiSafe.line(step.change.description)
        let gap = String(repeating: " ", count: max(0, addressWidth - address.count) + 2)
        let time = took.map { "  " + style.paint("(\(EventTime.text($0)))", .faint) } ?? ""
        return "\(style.paint(sign, tone)) \(style.paint(address, .strong))\(gap)\(text)\(time)"
    }

    /// A failure's own words below a headline.
    private static func indented(_ failure: OperationFailure) -> [String] {
        AnsiSafe.lines(failure.message).map { "    \($0)" }
            + failure.details.flatMap(AnsiSafe.lines).map { "      \($0)" }
    }
}
