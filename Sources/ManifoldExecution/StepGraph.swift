import ManifoldPlan
import ManifoldResources

/// The steps of a plan by position, with the ways that the executor walks: to what waits for a step, and within a change.
struct StepGraph {
    let steps: [Step]
    /// For each position the positions of the steps that wait for it.
    let dependants: [[Int]]
    private let positions: [Step.ID: Int]
    private let members: [ResourceAddress: [Int]]
    private let undoable: Set<ResourceAddress>

    init(_ steps: [Step]) {
        self.steps = steps
        positions = Dictionary(uniqueKeysWithValues: zip(steps.map(\.id), steps.indices))
        var dependants = [[Int]](repeating: [], count: steps.count)
        for (position, step) in steps.enumerated() {
            for id in step.after {
                if let needed = positions[id] { dependants[needed].append(position) }
            }
        }
        self.dependants = dependants
        members = Dictionary(grouping: steps.indices) { steps[$0].group }
        undoable = Set(steps.filter { $0.undo != nil }.map(\.group))
    }

    func position(of id: Step.ID) -> Int {
        guard let position = positions[id] else { preconditionFailure("step \(id) is not part of the plan") }
        return position
    }

    /// The steps that are taken back together with a change's, in order.
    func positions(of change: ResourceAddress) -> [Int] {
        members[change] ?? []
    }

    /// Whether a change has a way back at all.
    func canUndo(_ change: ResourceAddress) -> Bool {
        undoable.contains(change)
    }

    /// All that waits for the step at a position, directly or through others.
    func everything(waitingFor position: Int) -> Set<Int> {
        var found: Set<Int> = []
        var work = [position]
        while let next = work.popLast() {
            for dependant in dependants[next] where found.insert(dependant).inserted { work.append(dependant) }
        }
        return found
    }
}
