/// Values for places of a tree, by patterns such as `services.*.build.args` in which `*` is any key.
///
/// A walk through a tree goes from position to position beside it, so that no path is ever put together.
struct PathTable<Value: Sendable>: Sendable {
    /// A place in the table; there is none for places that no pattern reaches.
    struct Position: Sendable {
        fileprivate let index: Int
    }

    private struct Level: Sendable {
        var value: Value?
        var children: [String: Int] = [:]
        var any: Int?
    }

    private var levels = [Level()]

    init(_ rows: KeyValuePairs<String, Value>) {
        for (pattern, value) in rows {
            var index = 0
            for part in pattern.split(separator: ".") { index = child(String(part), of: index) }
            levels[index].value = value
        }
    }

    private mutating func child(_ part: String, of index: Int) -> Int {
        let known = part == "*" ? levels[index].any : levels[index].children[part]
        if let known { return known }
        levels.append(Level())
        let new = levels.count - 1
        if part == "*" { levels[index].any = new } else { levels[index].children[part] = new }
        return new
    }

    /// The place of the whole tree.
    var root: Position { Position(index: 0) }

    /// The value for a place.
    subscript(position: Position?) -> Value? {
        position.flatMap { levels[$0.index].value }
    }

    /// Whether any pattern goes further than a place.
    func goesOn(behind position: Position) -> Bool {
        let level = levels[position.index]
        return level.any != nil || !level.children.isEmpty
    }

    /// The place of a mapping's key, or nil where no pattern begins so.
    func position(of key: String, in position: Position?) -> Position? {
        guard let position else { return nil }
        return (levels[position.index].children[key] ?? levels[position.index].any).map(Position.init)
    }
}
