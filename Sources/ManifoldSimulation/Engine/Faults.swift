/// What goes wrong, and when; calls are counted from 1.
package struct Faults: Sendable {
    /// Calls that the engine refuses.
    package var refusedCalls: Set<Int> = []
    /// Operations that the engine refuses, spelt as in the journal: `start shop-web-1`.
    package var refusedOperations: Set<String> = []
    /// The call at which the process dies: from it on nothing is answered or done any more.
    package var death: Int?
    /// Whether the engine still did what the dying process asked for last.
    package var deathComesAfterEffect = false
    /// The call at which another holder has taken the system over.
    package var lockLoss: Int?

    package init() {}

    /// Nothing goes wrong.
    package static let none = Faults()

    /// The call with a number is refused.
    package static func refusing(call: Int) -> Faults {
        var faults = Faults()
        faults.refusedCalls = [call]
        return faults
    }

    /// Each try of an operation is refused, spelt as in the journal.
    package static func refusing(_ operation: String) -> Faults {
        var faults = Faults()
        faults.refusedOperations = [operation]
        return faults
    }

    /// The process dies at a call, before or after the engine has done what it asks for.
    package static func death(at call: Int, afterEffect: Bool = false) -> Faults {
        var faults = Faults()
        faults.death = call
        faults.deathComesAfterEffect = afterEffect
        return faults
    }
}
