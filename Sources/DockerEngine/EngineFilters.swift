import FoundationEssentials

/// The `filters` of a list call: an object has to match one value of every key (API 1.41, query parameter `filters`).
public struct EngineFilters: Hashable, Sendable {
    /// The values by key, such as `["label": ["a=b"]]`; several labels must all match, several names need only one.
    public var values: [String: [String]]

    /// Makes filters from the engine's own keys.
    public init(_ values: [String: [String]] = [:]) {
        self.values = values
    }

    /// Makes filters for labels (`key` or `key=value`) and names; the engine takes a name as a pattern that may match
    /// anywhere in the name, so ask for `^/web$` to mean one container.
    public init(labels: [String], names: [String] = []) {
        self.init(["label": labels, "name": names].filter { !$0.value.isEmpty })
    }

    /// The query parameter, or none where there is nothing to filter by.
    var query: [EngineRequest.QueryItem] {
        guard !values.isEmpty else { return [] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(values) else {
            preconditionFailure("a dictionary of lists of strings always has a JSON form")
        }
        return [EngineRequest.QueryItem("filters", String(decoding: data, as: UTF8.self))]
    }
}
