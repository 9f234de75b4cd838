import ManifoldDiagnostics
import OrderedCollections

/// Reads an env file by Compose's grammar.
///
///     # a comment
///     export NAME=value   # a comment behind a value wants a space before it
///     NAME: value
///     SINGLE='as it is'
///     DOUBLE="escapes\n and ${VARIABLES:-with defaults}, over
///     several lines"
///     INHERITED
struct EnvFileParser {
    private let text: [UInt8]
    private let file: FileID
    private let outer: (String) -> Substitution.Found?
    private var position = 0
    private var result = EnvFile()
    /// All values together, so that a file whose values double line by line ends early.
    private var size = 0
    private static let largest = 16 << 20

    /// A reader of one file; `outer` finds variables that are set elsewhere, and these win over the file's own.
    init(_ source: SourceFile, as file: FileID, outer: @escaping (String) -> Substitution.Found?) {
        text = source.text
        self.file = file
        self.outer = outer
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// What the file sets; reading stops at the first mistake, which is reported.
    mutating func parse(reporting diagnostics: inout Diagnostics) -> EnvFile {
        do throws(EnvFileProblem) {
            while skipToStatement() { try statement() }
        } catch {
            diagnostics.report(.envFile(error))
        }
        return result
    }

    // MARK: Statements

    /// Goes to the next name; false at the end of the file.
    private mutating func skipToStatement() -> Bool {
        while position < text.count {
            if text[position] == UInt8(ascii: "#") {
                position = lineEnd(from: position)
            } else if Self.isSpace(text[position]) || text[position] == UInt8(ascii: "\n") {
                position += 1
            } else {
                return true
            }
        }
        return false
    }

    private mutating func statement() throws(EnvFileProblem) {
        skipExport()
        let start = position
        let end = lineEnd(from: start)
        let separator = text[start..<end].firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
        let name = try name(from: start, to: separator ?? end)
        guard let separator else {
            position = end
            // A name alone takes the value that it has outside.
            if let found = outer(name) {
                add(name, found.value, at: span(start, end), variables: [name])
            }
            return
        }
        position = separator + 1
        skipSpaces()
        switch position < text.count ? text[position] : UInt8(ascii: "\n") {
        case UInt8(ascii: "'"): try quoted(name, by: UInt8(ascii: "'"))
        case UInt8(ascii: "\""): try quoted(name, by: UInt8(ascii: "\""))
        default: try unquoted(name)
        }
    }

    private mutating func skipExport() {
        let word = Array("export".utf8)
        guard text[position...].starts(with: word) else { return }
        let behind = position + word.count
        guard behind < text.count, Self.isSpace(text[behind]) else { return }
        position = behind
        skipSpaces()
    }

    private func name(from start: Int, to end: Int) throws(EnvFileProblem) -> String {
        var end = end
        end = trimmedEnd(end, after: start)
        for index in start..<end where !Self.isNameByte(text[index]) {
            throw EnvFileProblem(.badName, at: span(index, index + 1))
        }
        guard end > start else { throw EnvFileProblem(.noName, at: span(start, start + 1)) }
        return String(decoding: text[start..<end], as: UTF8.self)
    }

    // MARK: Values

    private mutating func unquoted(_ name: String) throws(EnvFileProblem) {
        let end = lineEnd(from: position)
        var valueEnd = position
        while valueEnd < end {
            if text[valueEnd] == UInt8(ascii: " "), valueEnd + 1 < end, text[valueEnd + 1] == UInt8(ascii: "#") {
                break
            }
            valueEnd += 1
        }
        valueEnd = trimmedEnd(valueEnd, after: position)
        let value = String(decoding: text[position..<valueEnd], as: UTF8.self)
        try addExpanded(name, value, at: span(position, valueEnd))
        position = end
    }

    private mutating func quoted(_ name: String, by quote: UInt8) throws(EnvFileProblem) {
        let start = position
        var value: [UInt8] = []
        var index = start + 1
        while index < text.count, text[index] != quote {
            if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
                // The escape of the quote itself; all others wait for `EnvFileEscapes`.
                if text[index + 1] != quote { value.append(text[index]) }
                value.append(text[index + 1])
                index += 2
            } else {
                value.append(text[index])
                index += 1
            }
        }
        guard index < text.count else {
            throw EnvFileProblem(.openQuote, at: span(start, lineEnd(from: start)))
        }
        position = index + 1
        let place = span(start, position)
        if quote == UInt8(ascii: "'") {
            add(name, String(decoding: value, as: UTF8.self), at: place, variables: [])
        } else {
            try addExpanded(name, EnvFileEscapes.resolve(value), at: place)
        }
    }

    private mutating func addExpanded(_ name: String, _ value: String, at place: SourceSpan) throws(EnvFileProblem) {
        guard Substitution.concerns(value) else { return add(name, value, at: place, variables: []) }
        let substitution = Substitution(value) { [outer, result] name in
            if let found = outer(name) {
                return Substitution.Found(value: found.value, variables: [name] + found.variables)
            }
            return result.entries[name].map { Substitution.Found(value: $0.value, variables: $0.variables) }
        }
        if let problem = substitution.problem { throw EnvFileProblem(.substitution(problem), at: place) }
        result.unset += substitution.unset.map { ($0.name, place) }
        // The file's own names stand in the file; only what came from outside is nobody's to show.
        let foreign = substitution.variables.filter { result.entries[$0] == nil || outer($0) != nil }
        add(name, substitution.text, at: place, variables: foreign)
        if size > Self.largest { throw EnvFileProblem(.substitution(.tooLong), at: place) }
    }

    private mutating func add(_ name: String, _ value: String, at place: SourceSpan, variables: [String]) {
        size += value.utf8.count
        result.entries[name] = EnvFile.Entry(value: value, span: place, variables: variables)
    }

    // MARK: Bytes

    private mutating func skipSpaces() {
        while position < text.count {
            if Self.isSpace(text[position]) {
                position += 1
            } else if isWideSpace(at: position) {
                position += 2
            } else {
                return
            }
        }
    }

    /// The end of a text without the spaces before it.
    private func trimmedEnd(_ end: Int, after start: Int) -> Int {
        var end = end
        while end > start {
            if Self.isSpace(text[end - 1]) {
                end -= 1
            } else if end - 2 >= start, isWideSpace(at: end - 2) {
                end -= 2
            } else {
                break
            }
        }
        return end
    }

    /// Whether a no-break space or a next-line sign, which are spaces for Compose, stands at a place.
    private func isWideSpace(at index: Int) -> Bool {
        index + 1 < text.count && text[index] == 0xC2 && (text[index + 1] == 0xA0 || text[index + 1] == 0x85)
    }

    private func lineEnd(from start: Int) -> Int {
        text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    }

    private func span(_ start: Int, _ end: Int) -> SourceSpan {
        SourceSpan(file: file, start: UInt32(start), end: UInt32(min(end, text.count)))
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") || (0x09...0x0D ~= byte && byte != UInt8(ascii: "\n"))
    }

    /// Letters of any alphabet, digits, and a few signs.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
        default: "_.-[]".utf8.contains(byte)
        }
    }
}
