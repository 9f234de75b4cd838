/// Any JSON value, read by way of a decoder.
indirect enum Anything: Decodable, Equatable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([Anything])
    case map([String: Anything])

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: AnyKey.self) {
            var entries: [String: Anything] = [:]
            var hasTwins = false
            for key in container.allKeys {
                if entries[key.stringValue] != nil { hasTwins = true }
                entries[key.stringValue] = try container.decode(Anything.self, forKey: key)
            }
            self = .map(hasTwins ? entries.merging(["twins!": .null]) { $1 } : entries)
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [Anything] = []
            while !container.isAtEnd {
                elements.append(try container.decodeNil() ? .null : try container.decode(Anything.self))
            }
            self = .list(elements)
        } else {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    /// Whether a key stands twice in one object.
    var hasTwins: Bool {
        switch self {
        case .map(let entries): entries["twins!"] != nil || entries.values.contains(where: \.hasTwins)
        case .list(let elements): elements.contains(where: \.hasTwins)
        default: false
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
