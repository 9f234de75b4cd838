import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// Spells steps in few words; their operations are starts, stops and renames of containers named like the text says.
struct StepSketch {
    let change: String
    let operation: Step.Operation
    let after: Set<Int>
    let undo: Step.Operation?

    /// A step `start NAME`, as the journal spells it.
    init(_ change: String, start name: String, after: Set<Int> = [], undo: Step.Operation? = nil) {
        self.init(change, .start(existing(name)), after: after, undo: undo)
    }

    init(_ change: String, _ operation: Step.Operation, after: Set<Int> = [], undo: Step.Operation? = nil) {
        self.change = change
        self.operation = operation
        self.after = after
        self.undo = undo
    }
}

func existing(_ name: String) -> Step.Target {
    .existing(id: name, name: name)
}

func address(_ name: String) -> ResourceAddress {
    ResourceAddress(.service, name, replica: 1)
}

/// A plan with these steps, numbered from 1.
func plan(_ sketches: [StepSketch]) -> Plan {
    let steps = sketches.enumerated()
        .map { index, sketch in
            Step(
                id: Step.ID(index + 1),
                change: address(sketch.change),
                operation: sketch.operation,
                after: Set(sketch.after.map { Step.ID($0) }),
                undo: sketch.undo
            )
        }
    return Plan(
        system: SystemIdentity(name: "shop", directory: "/shop", files: []),
        engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
        changes: [],
        notes: [],
        steps: steps,
        unchangedCount: 0
    )
}

/// A replacement of service `name` as the planner lowers it: seven steps from number `first` on, the sixth is the acceptance.
func replacement(of name: String, from first: Int, startingAfter needed: Set<Int> = []) -> [StepSketch] {
    let new = Step.Target.created(by: Step.ID(first), name: "\(name).incoming")
    let proper = new.named(name)
    let old = existing(name)
    return [
        StepSketch(
            name,
            .createContainer(address(name), name: "\(name).incoming", carrying: [:]),
            undo: .remove(new)
        ),
        StepSketch(name, .stop(old), after: needed.union([first]), undo: .start(old)),
        StepSketch(
            name,
            .rename(old, to: "\(name).outgoing"),
            after: [first + 1],
            undo: .rename(old.named("\(name).outgoing"), to: name)
        ),
        StepSketch(name, .rename(new, to: name), after: [first + 2], undo: .rename(proper, to: "\(name).incoming")),
        StepSketch(name, .start(proper), after: [first + 3], undo: .stop(proper)),
        StepSketch(name, .awaitReady(proper), after: [first + 4]),
        StepSketch(name, .remove(old.named("\(name).outgoing")), after: [first + 5]),
    ]
}
