import ManifoldYAML

/// A mapping that grows key by key; what is absent or empty stays out, as Compose leaves it out.
struct NormalMap {
    private var entries: [PlainValue.Entry] = []

    /// Adds an entry, unless there is no value or an empty one.
    mutating func add(_ key: String, _ value: PlainValue?) {
        switch value {
        case nil, .null, .string(""), .list([]), .map([]): return
        case .some(let value): set(key, value)
        }
    }

    mutating func add(_ key: String, _ text: String?) {
        add(key, text.map { .string($0) })
    }

    /// Adds `true`; Compose leaves out `false` where that is the default.
    mutating func add(_ key: String, ifTrue flag: Bool) {
        if flag { set(key, .bool(true)) }
    }

    /// Adds an entry, empty or not.
    mutating func set(_ key: String, _ value: PlainValue) {
        entries.append(PlainValue.Entry(key: key, value: value))
    }

    var isEmpty: Bool { entries.isEmpty }

    var value: PlainValue { .map(entries) }
}

extension PlainValue {
    /// A mapping with its keys in the order of their bytes.
    static func sorted(_ entries: [(key: String, value: PlainValue)]) -> PlainValue {
        .map(
            entries
                .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { Entry(key: $0.key, value: $0.value) }
        )
    }

    static func strings(_ texts: [String]) -> PlainValue {
        .list(texts.map { .string($0) })
    }

    /// Bytes as Compose prints them.
    static func byteCount(_ bytes: Int64) -> PlainValue? {
        bytes == 0 ? nil : .string(String(bytes))
    }

    /// A whole number without a fraction, as Go prints a float.
    static func shortest(_ number: Double) -> PlainValue? {
        if number == 0 { return nil }
        return Int(exactly: number).map { .integer($0) } ?? .number(number)
    }
}
