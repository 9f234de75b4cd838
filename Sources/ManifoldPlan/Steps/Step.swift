package import ManifoldResources

/// One engine call, or one observation with a deadline: what the executor carries out, and all that it knows.
package struct Step: Hashable, Sendable {
    /// The step's number in its plan, from 1.
    package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
        package let number: Int

        package init(_ number: Int) {
            self.number = number
        }

        package var description: String { "\(number)" }

        package static func < (left: ID, right: ID) -> Bool {
            left.number < right.number
        }
    }

    package let id: ID
    /// The change that the step is part of.
    package let change: ResourceAddress
    /// The change with which it is taken back: its own, or that of the container which it shares something with.
    package let group: ResourceAddress
    package let operation: Operation
    /// Steps that must have succeeded first.
    package let after: Set<ID>
    /// What takes the step back when a later step of the same change fails.
    package let undo: Operation?

    package init(
        id: ID,
        change: ResourceAddress,
        group: ResourceAddress? = nil,
        operation: Operation,
        after: Set<ID>,
        undo: Operation? = nil
    ) {
        self.id = id
        self.change = change
        self.group = group ?? change
        self.operation = operation
        self.after = after
        self.undo = undo
    }
}

extension Step {
    /// An object of the engine that a step acts on.
    package enum Target: Hashable, Sendable {
        /// One that is there already; the name is for people.
        case existing(id: String, name: String)
        /// The one that an earlier step makes.
        case created(by: ID, name: String)

        /// The name to show to people.
        package var name: String {
            switch self {
            case .existing(_, let name), .created(_, let name): name
            }
        }

        /// The same object under the name that it has by then.
        package func named(_ name: String) -> Target {
            switch self {
            case .existing(let id, _): .existing(id: id, name: name)
            case .created(let step, _): .created(by: step, name: name)
            }
        }
    }
}
