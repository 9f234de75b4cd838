/// Text from outside (names, labels, an engine's words) made harmless for a terminal.
///
/// Control characters could move the cursor, rename the window or hide what was printed; invisible ones and those that
/// turn the direction of writing could make one name look like another.
package enum AnsiSafe {
    /// The text on one line, with everything that a terminal would act upon spelt out.
    package static func line(_ text: String) -> String {
        escaped(text, quoting: false)
    }

    /// The text in double quotes, unambiguous.
    package static func quoted(_ text: String) -> String {
        "\"\(escaped(text, quoting: true))\""
    }

    /// The lines of a longer text, each made harmless; a line break at the end begins no further line.
    package static func lines(_ text: String) -> [String] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line(String($0)) }
        while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func escaped(_ text: String, quoting: Bool) -> String {
        if text.utf8.allSatisfy({ isPlain($0, quoting: quoting) }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\"" where quoting: result += "\\\""
            case "\\" where quoting: result += "\\\\"
            default:
                if isInvisible(scalar) {
                    result += "\\u{\(String(scalar.value, radix: 16))}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8, quoting: Bool) -> Bool {
        byte >= 0x20 && byte < 0x7F && !(quoting && (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")))
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
