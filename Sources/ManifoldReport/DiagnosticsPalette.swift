/// The colours of diagnostics, or none of them.
struct DiagnosticsPalette {
    enum Tone: String {
        case error = "1;31"
        case warning = "1;33"
        case secondary = "1;34"
        case gutter = "36"
        case strong = "1"
    }

    let color: Bool

    func paint(_ text: String, _ tone: Tone) -> String {
        color && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The column of line numbers at the left.
struct DiagnosticsGutter {
    let digits: Int
    let palette: DiagnosticsPalette

    /// How many cells the gutter and the blank behind it take.
    var width: Int { digits + 4 }

    /// `  --> file:line:column`.
    func arrow(_ place: String, isPrimary: Bool) -> String {
        palette.paint(blanks(digits + 1) + (isPrimary ? "-->" : ":::"), .gutter) + " " + place
    }

    /// ` 7 | text`; without a number, `   | text`.
    func line(_ number: Int? = nil, _ text: String = "") -> String {
        let number = number.map(String.init) ?? ""
        let bar = palette.paint(" " + blanks(digits - number.count) + number + " |", .gutter)
        return text.isEmpty ? bar : bar + " " + text
    }

    /// `   = help: …`.
    func note(_ text: String) -> String {
        palette.paint(blanks(digits + 2) + "=", .gutter) + " " + text
    }

    /// The blanks before a further line of a note.
    func continuation(indentedBy count: Int) -> String {
        blanks(digits + 4 + count)
    }

    private func blanks(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}
