/// How a difference in a field can be mended on a live object.
package enum FieldChange: Hashable, Sendable {
    /// By the engine's update call, but for what it cannot reach: no value at all unless `canClear`, and some words.
    case inPlace(canClear: Bool, unreachable: Set<String> = [])
    /// By disconnecting and connecting the one endpoint.
    case reconnect
    /// By the engine's rename call.
    case rename
    /// By a new object, or, where nothing but contents differ, as the `ContentPolicy` of each of them says.
    case contents
    /// Only by a new object.
    case replace
    /// Not at all without losing data.
    case kept
}

extension FieldChange: CustomStringConvertible {
    /// For people: `in place; taken away: replace`.
    package var description: String {
        switch self {
        case .inPlace(let canClear, let unreachable):
            let hard = (canClear ? [] : ["taken away"]) + unreachable.sorted().map { "to \($0)" }
            return hard.isEmpty ? "in place" : "in place; \(hard.joined(separator: ", or ")): replace"
        case .reconnect: return "reconnect"
        case .rename: return "rename"
        case .contents: return "contents: as `x-on-change` says; else replace"
        case .replace: return "replace"
        case .kept: return "not without losing data"
        }
    }
}
