/// Makes up JSON texts, the same ones for the same seed.
struct Random {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    mutating func json(depth: Int) -> String {
        switch below(depth > 3 ? 5 : 8) {
        case 0: return ["null", "true", "false"][below(3)]
        case 1: return "\(below(1000) - 500)"
        case 2: return ["0.5", "-1.25", "1e3", "2E-2"][below(4)]
        case 3: return string()
        case 4: return ["[]", "{}", "\"\""][below(3)]
        case 5, 6:
            let members = (0..<below(5)).map { "\"k\($0)\(below(9))\"\(space()):\(space())\(json(depth: depth + 1))" }
            return "{\(space())\(members.joined(separator: ","))\(space())}"
        default:
            let elements = (0..<below(5)).map { _ in json(depth: depth + 1) }
            return "[\(space())\(elements.joined(separator: ", "))\(space())]"
        }
    }

    private mutating func string() -> String {
        let parts = ["a", "é", "😀", #"\n"#, #"\""#, #"\\"#, #"\u00e9"#, #"\ud83d\ude00"#, " ", "/"]
        return "\"" + (0..<below(6)).map { _ in parts[below(parts.count)] }.joined() + "\""
    }

    private mutating func space() -> String { ["", "", " ", "\n\t"][below(4)] }
}
