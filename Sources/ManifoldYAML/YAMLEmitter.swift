/// Writes a value as YAML that every reader takes for the same value, lists indented below their keys as Compose does.
package struct YAMLEmitter {
    private static let step = 2
    /// libyaml and its descendants look for a key's colon only so far.
    private static let longestSimpleKey = 1000

    private var text = ""
    /// Comments for the values that are still to be written, the next one first.
    private var comments: ArraySlice<String>

    private init(comments: [String]) {
        self.comments = comments[...]
    }

    /// The text of one document, with a line break at its end.
    ///
    /// `comments` stand behind the values that are no collections of others, one behind each; each is one line and
    /// begins with its `#`.
    package static func emit(_ value: PlainValue, comments: [String] = []) -> String {
        var emitter = YAMLEmitter(comments: comments)
        emitter.write(value, indentation: 0)
        return emitter.text
    }

    /// Writes a value at the place where it may begin: a line's indentation, or the blank behind a dash.
    private mutating func write(_ value: PlainValue, indentation: Int) {
        switch value {
        case .list(let items) where !items.isEmpty:
            for (index, item) in items.enumerated() {
                if index > 0 { indent(indentation) }
                text += "- "
                write(item, indentation: indentation + Self.step)
            }
        case .map(let entries) where !entries.isEmpty:
            for (index, entry) in entries.enumerated() {
                if index > 0 { indent(indentation) }
                write(entry, indentation: indentation)
            }
        default:
            writeInline(value, indentation: indentation)
        }
    }

    private mutating func write(_ entry: PlainValue.Entry, indentation: Int) {
        let key = ScalarText.inline(entry.key)
        let isLong = key.utf8.count > Self.longestSimpleKey
        text += isLong ? "? \(key)\n" : "\(key):"
        if isLong {
            indent(indentation)
            text += ":"
        }
        if entry.value.isNested {
            text += "\n"
            indent(indentation + Self.step)
            write(entry.value, indentation: indentation + Self.step)
        } else {
            text += " "
            writeInline(entry.value, indentation: indentation + Self.step)
        }
    }

    private mutating func writeInline(_ value: PlainValue, indentation: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += ScalarText.number(value)
        case .list: text += "[]"
        case .map: text += "{}"
        case .string(let string):
            // A block needs some indentation even at the top level, where there is none to stand below.
            let blockIndentation = max(indentation, Self.step)
            guard let block = ScalarText.block(string, indentation: blockIndentation) else {
                text += ScalarText.inline(string)
                break
            }
            // A comment on a block stands behind its sign, since further down it would be text.
            let sign = block.prefix { $0 != "\n" }
            text += sign
            writeComment()
            text += block[sign.endIndex...]
            return
        }
        writeComment()
        text += "\n"
    }

    private mutating func writeComment() {
        if let comment = comments.popFirst() { text += " " + comment }
    }

    private mutating func indent(_ indentation: Int) {
        text += String(repeating: " ", count: indentation)
    }
}

extension PlainValue {
    /// Whether the value takes lines of its own below its key.
    fileprivate var isNested: Bool {
        switch self {
        case .list(let items): !items.isEmpty
        case .map(let entries): !entries.isEmpty
        default: false
        }
    }
}
