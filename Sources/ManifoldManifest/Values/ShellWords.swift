/// Splits a command into words as Compose does: a shell's quotes and escapes, but no shell behind it.
struct ShellWords {
    /// The words, or nil where a quote, an escape or a parenthesis is not closed.
    private(set) var words: [String]?
    /// The operator at which Compose stops reading (`;`, `&`, `|`, `<`, `>`), with everything behind it left out.
    private(set) var stopsAt: Character?

    private enum Quote {
        case single
        case double
        case backtick
        case dollar
    }

    init(_ text: String) {
        var words: [String] = []
        var word = ""
        var isWord = false
        var quote: Quote?
        var isEscaped = false

        reading: for character in text.unicodeScalars {
            if isEscaped {
                word.unicodeScalars.append(character)
                isEscaped = false
                isWord = true
                continue
            }
            switch (character, quote) {
            case ("\\", .single): word.unicodeScalars.append(character)
            case ("\\", _): isEscaped = true
            case (" ", nil), ("\t", nil), ("\n", nil), ("\r", nil):
                if isWord { words.append(word) }
                word = ""
                isWord = false
            case ("\"", nil): quote = .double
            case ("'", nil): quote = .single
            case ("\"", .double), ("'", .single):
                quote = nil
                isWord = true
            case ("`", nil), ("`", .backtick):
                quote = quote == nil ? .backtick : nil
                word.unicodeScalars.append(character)
                isWord = true
            case ("(", nil):
                guard word.hasSuffix("$") else { return }
                quote = .dollar
                word.unicodeScalars.append(character)
            case ("(", .dollar), (")", nil):
                return
            case (")", .dollar):
                quote = nil
                word.unicodeScalars.append(character)
                isWord = true
            case (";", nil), ("&", nil), ("|", nil), ("<", nil), (">", nil):
                // The descriptor in `2>file` goes with the operator.
                if character == ">", word.utf8.first.map(DecimalNumber.isDigit) ?? false { isWord = false }
                stopsAt = Character(character)
                break reading
            default:
                word.unicodeScalars.append(character)
                isWord = true
            }
        }
        if quote != nil || isEscaped { return }
        if isWord { words.append(word) }
        self.words = words
    }
}
