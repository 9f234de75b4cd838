/// Why a JSON text cannot be read as what is wanted, without anything of what stands in it, because that can be a secret.
public struct JSONError: Error, Equatable {
    /// What is wrong.
    public enum Problem: Equatable, Sendable {
        /// It is no JSON from this byte on.
        case malformed(offset: Int)
        case missing
        case null
        case mistyped(expected: String)
        /// It has the right type and means nothing.
        case invalid
    }

    /// The keys, and the positions in arrays, on the way to the place.
    public let path: [String]
    /// What is wrong there.
    public let problem: Problem
}
