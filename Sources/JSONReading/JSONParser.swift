/// Takes one JSON text apart.
struct JSONParser {
    /// What an engine sends is some ten levels deep; deeper than this is no answer, and would use up the stack.
    private static let deepest = 512

    private let text: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var values: [JSONTree.Value] = []

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        // Engines write a value every ten bytes or so.
        values.reserveCapacity(text.count / 10)
    }

    mutating func parse() throws(JSONTree.Malformed) -> [JSONTree.Value] {
        guard text.count < UInt32.max else { throw malformed }
        try value(depth: 0)
        skipSpace()
        guard place == text.count else { throw malformed }
        return values
    }

    private var malformed: JSONTree.Malformed { JSONTree.Malformed(offset: place) }

    private var next: UInt8? { place < text.count ? text[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    // MARK: Values

    private mutating func value(depth: Int) throws(JSONTree.Malformed) {
        skipSpace()
        guard depth <= Self.deepest, let first = next else { throw malformed }
        switch Unicode.Scalar(first) {
        case "\"": try string()
        case "{": try object(depth)
        case "[": try array(depth)
        case "t": try word("true", .boolean)
        case "f": try word("false", .boolean)
        case "n": try word("null", .null)
        default: try number()
        }
    }

    private mutating func object(_ depth: Int) throws(JSONTree.Malformed) {
        let index = open(.object)
        skipSpace()
        if !take("}") {
            repeat {
                skipSpace()
                guard next == UInt8(ascii: "\"") else { throw malformed }
                try string()
                skipSpace()
                guard take(":") else { throw malformed }
                try value(depth: depth + 1)
                skipSpace()
            } while take(",")
            guard take("}") else { throw malformed }
        }
        close(index)
    }

    private mutating func array(_ depth: Int) throws(JSONTree.Malformed) {
        let index = open(.array)
        skipSpace()
        if !take("]") {
            repeat {
                try value(depth: depth + 1)
                skipSpace()
            } while take(",")
            guard take("]") else { throw malformed }
        }
        close(index)
    }

    private mutating func open(_ kind: JSONTree.Kind) -> Int {
        values.append(JSONTree.Value(kind: kind, start: UInt32(place), end: 0, next: 0))
        place += 1
        return values.count - 1
    }

    private mutating func close(_ index: Int) {
        values[index].end = UInt32(place)
        values[index].next = UInt32(values.count)
    }

    private mutating func append(_ kind: JSONTree.Kind, from start: Int, to end: Int) {
        let next = UInt32(values.count + 1)
        values.append(JSONTree.Value(kind: kind, start: UInt32(start), end: UInt32(end), next: next))
    }

    private mutating func word(_ word: StaticString, _ kind: JSONTree.Kind) throws(JSONTree.Malformed) {
        let start = place
        let isThere = word.withUTF8Buffer { word in text[place...].starts(with: word) }
        guard isThere else { throw malformed }
        place += word.utf8CodeUnitCount
        append(kind, from: start, to: place)
    }

    // MARK: Strings

    private mutating func string() throws(JSONTree.Malformed) {
        place += 1
        let start = place
        var kind = JSONTree.Kind.string
        skipPlain()
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\") else { throw malformed }
            place += 1
            kind = .escapedString
            try escape()
            skipPlain()
        }
        append(kind, from: start, to: place)
        guard take("\"") else { throw malformed }
    }

    /// Goes to the next byte that ends a string, begins an escape, or must not stand in a string.
    private mutating func skipPlain() {
        guard let bytes = text.baseAddress else { return }
        var place = place
        while place < text.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            place += 1
        }
        self.place = place
    }

    private mutating func escape() throws(JSONTree.Malformed) {
        guard let byte = next else { throw malformed }
        place += 1
        switch Unicode.Scalar(byte) {
        case "\"", "\\", "/", "b", "f", "n", "r", "t": return
        case "u":
            for _ in 0..<4 {
                guard let digit = next, Character(Unicode.Scalar(digit)).isHexDigit else { throw malformed }
                place += 1
            }
        default: throw malformed
        }
    }

    // MARK: Numbers

    private mutating func number() throws(JSONTree.Malformed) {
        let start = place
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        append(.number, from: start, to: place)
    }

    private mutating func digits() throws(JSONTree.Malformed) {
        let start = place
        while let byte = next, 48...57 ~= byte { place += 1 }
        guard place > start else { throw malformed }
    }
}
