import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// Short questions to a plan; ids are given as text, `service.web[1]`, a service's name alone stands for its first instance.
extension Plan {
    func change(_ id: String) -> Change? {
        changes.first { $0.id.description == id || $0.id.description == "service.\(id)[1]" }
    }

    func actions(_ id: String) -> [Action] {
        change(id)?.actions ?? []
    }

    func reasons(_ id: String) -> [Reason] {
        change(id)?.reasons ?? []
    }

    /// The differences that a change mends, in order.
    func differences(_ id: String) -> [FieldDifference] {
        reasons(id).compactMap { if case .field(let difference) = $0 { difference } else { nil } }
    }

    /// Paths of the differences that a change mends.
    func paths(_ id: String) -> [String] {
        differences(id).map(\.path.description)
    }

    /// The steps as lines such as `start shop-web-1`, in order.
    var lines: [String] {
        steps.map(\.operation.journalLine)
    }

    /// The one step with a line.
    func step(_ line: String) throws -> Step {
        let found = steps.filter { $0.operation.journalLine == line }
        try #require(found.count == 1, "`\(line)` in \(lines)")
        return found[0]
    }

    /// All steps that have to have succeeded before a step begins.
    func everything(before id: Step.ID) -> Set<Step.ID> {
        var found: Set<Step.ID> = []
        var work = [id]
        while let next = work.popLast() {
            for needed in steps[next.number - 1].after where found.insert(needed).inserted { work.append(needed) }
        }
        return found
    }

    /// Whether one step can only begin when another has succeeded; both by their lines.
    func does(_ line: String, waitFor other: String) throws -> Bool {
        try everything(before: step(line).id).contains(step(other).id)
    }

    /// The update that the plan makes of a container.
    func update(of name: String) -> ContainerUpdate? {
        steps.lazy
            .compactMap { step in
                if case .update(let target, let update) = step.operation, target.name == name { update } else { nil }
            }
            .first
    }
}

/// A text that may be shown.
func text(_ string: String) -> FreeText {
    FreeText(string, isShowable: true)
}
