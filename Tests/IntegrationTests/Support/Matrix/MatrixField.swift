/// A field in short: its life from a first to a second value, away, and back.
struct MatrixField {
    private struct Value {
        var line: String?
        let shown: String
        /// How it is shown as the value before: where the engine has one of its own, and without what follows a comparison.
        let before: String
        let answer: String

        init(line: String?, shown: String, answer: String) {
            self.line = line
            let sides = shown.split(separator: " | ").map { String($0) }
            self.shown = sides[0]
            before = sides.count > 1 ? sides[1] : sides[0].replacing(", changed)", with: ")")
            self.answer = answer
        }
    }

    /// How it is changed, removed and added.
    private let path: String
    private let ways: [String]
    private var template = ""
    private var values: [String: Value] = [:]

    /// Reads `pids_limit: in place` or `mem_limit: in place, replace, in place`.
    init(_ text: String) {
        let parts = text.split(separator: ": ", maxSplits: 1)
        precondition(parts.count == 2, "`field` has a path and how it changes: \(text)")
        path = String(parts[0])
        let ways = parts[1].split(separator: ", ").map { String($0) }
        self.ways = ways.count == 1 ? Array(repeating: ways[0], count: 3) : ways
        precondition(self.ways.count == 3, "a field changes in one way or in three: \(text)")
    }

    /// Takes a line of the table that is about the field.
    mutating func read(_ keyword: Substring, _ rest: String) -> Bool {
        switch keyword {
        case "field": return true
        case "at":
            template = rest
            return true
        case "first", "second", "without":
            var parts = rest.split(separator: " => ", omittingEmptySubsequences: false).map { String($0) }
            let line = keyword == "without" ? nil : parts.removeFirst()
            precondition(parts.count == 2, "\(path): `\(keyword)` says what plan and engine show")
            values[String(keyword)] = Value(line: line, shown: parts[0], answer: parts[1])
            return true
        default: return false
        }
    }

    func write(to row: inout MatrixRow) {
        guard let first = values["first"], let second = values["second"], let none = values["without"] else {
            preconditionFailure("\(path): a field has a first value, a second one, and one without it")
        }
        let others = row.start.lines[.service("")] ?? []
        row.start.lines[.service("")] = others + [first.line].compactMap { $0 }
        for ((before, after), way) in zip([(first, second), (second, none), (none, first)], ways) {
            var manifest = row.start
            manifest.lines[.service("")] = others + [after.line].compactMap { $0 }
            var round = MatrixRound(mutation: .manifest(manifest))
            if template != "" { round.answers = [(template, after.answer)] }
            defer { row.rounds.append(round) }
            guard before.shown != after.shown else { continue }
            let headline = Self.headlines[way] ?? way
            let cause = after.shown == "none" ? "no longer set" : "manifest"
            let forces = way.hasPrefix("replace") ? ", forces replacement" : ""
            round.changes = [
                PlannedChange(
                    address: "service.ROW[1]",
                    headline: headline,
                    details: ["\(path): \(before.before) → \(after.shown) (\(cause)\(forces))"]
                )
            ]
        }
    }

    private static let headlines = [
        "in place": "update APP in place [in place]",
        "replace": "replace APP [restart]",
        "reconnect": "reconnect APP [connections drop]",
    ]
}
