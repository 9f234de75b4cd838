/// Colours and weights, or none of them: everything that is printed reads as well without.
struct Style: Sendable {
    /// What a piece of text is, rather than what it looks like.
    enum Tone: String, Sendable {
        case added = "32"
        case changed = "33"
        case removed = "31"
        case replaced = "35"
        case started = "36"
        case strong = "1"
        case faint = "2"
    }

    let color: Bool

    /// The text in its tone; an empty text stays empty.
    func paint(_ text: String, _ tone: Tone?) -> String {
        guard color, let tone, !text.isEmpty else { return text }
        return "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m"
    }
}
