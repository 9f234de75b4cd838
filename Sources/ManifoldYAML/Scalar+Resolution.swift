/// Which type a scalar has: the rules of go-yaml v3, which Compose reads its files with.
extension Scalar {
    /// What a scalar stands for; the text of a string is `Scalar.text`.
    package enum Resolved: Hashable, Sendable {
        case null
        case bool(Bool)
        case integer(Int)
        case float(Double)
        case string
    }

    /// The type and value by the text alone: only a plain scalar can be anything but a string.
    ///
    /// Timestamps and numbers to the base of 60 stay strings.
    package var resolved: Resolved { Self.resolved(text, style) }

    static func resolved(_ text: String, _ style: Style) -> Resolved {
        style == .plain ? resolve(text) : .string
    }

    /// The value under an explicit tag, or nil where the text is no such value.
    ///
    /// A quoted text counts like a plain one here: `!!int "12"` is a number. Under any other tag a scalar is its text.
    package func resolved(as tag: String) -> Resolved? {
        switch (tag, Self.resolve(text)) {
        case (Node.CoreTag.string, _): .string
        case (Node.CoreTag.null, let value): value == .null ? value : nil
        case (Node.CoreTag.bool, .bool(let value)): .bool(value)
        case (Node.CoreTag.bool, _): nil
        case (Node.CoreTag.integer, .integer(let value)): .integer(value)
        case (Node.CoreTag.integer, _): nil
        case (Node.CoreTag.float, .integer(let value)): .float(Double(value))
        case (Node.CoreTag.float, .float(let value)): .float(value)
        case (Node.CoreTag.float, _): nil
        default: .string
        }
    }

    /// The value where the reader wants a truth value: a plain `yes`, `on` or `y` counts too, as in YAML 1.1.
    package var asBool: Bool? {
        guard style == .plain else { return nil }
        switch text {
        case "true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": return true
        case "false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF": return false
        default: return nil
        }
    }

    private static func resolve(_ text: String) -> Resolved {
        guard let first = text.utf8.first else { return .null }
        // Almost every plain scalar is a word, and its first letter is enough to know that.
        switch first {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            return ["~", "null", "Null", "NULL"].contains(text) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return ["true", "True", "TRUE"].contains(text) ? .bool(true) : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return ["false", "False", "FALSE"].contains(text) ? .bool(false) : .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return NumberSyntax.resolve(text)
        default:
            return .string
        }
    }
}
