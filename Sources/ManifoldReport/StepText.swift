package import ManifoldPlan
import ManifoldResources

/// The steps of a plan, one per line: `[3] service.web[1]: stop shop-web-1  (after 1, 2; undo: start shop-web-1)`.
///
/// `name@2` is the object that step 2 makes. Steps hold no values, so nothing secret can be in here.
package enum StepText {
    /// The whole text, ending in a line break; empty for a plan without steps.
    package static func render(_ plan: Plan) -> String {
        plan.steps.map { line(for: $0) + "\n" }.joined()
    }

    private static func line(for step: Step) -> String {
        let words = StepWords(marksCreators: true)
        var remarks: [String] = []
        if !step.after.isEmpty {
            remarks.append("after \(step.after.sorted().map(\.description).joined(separator: ", "))")
        }
        if let undo = step.undo { remarks.append("undo: \(words.order(undo))") }
        let line = "[\(step.id)] \(AnsiSafe.line(step.change.description)): \(words.order(step.operation))"
        return remarks.isEmpty ? line : "\(line)  (\(remarks.joined(separator: "; ")))"
    }
}
