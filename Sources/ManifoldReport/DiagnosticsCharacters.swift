extension Character {
    /// How many cells of a terminal the character takes: two for those of East Asian scripts and for emoji, none for a
    /// mark that stands alone.
    var cellCount: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if isEmoji || first.isWide { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return 1
        }
    }

    /// Whether it is shown as a picture, by itself or because a variation selector asks for it.
    var isEmoji: Bool {
        guard let first = unicodeScalars.first else { return false }
        if first.properties.isEmojiPresentation { return true }
        return first.properties.isEmoji && unicodeScalars.contains("\u{FE0F}")
    }
}

extension Unicode.Scalar {
    /// The blocks that Unicode's East Asian Width calls wide or fullwidth, emoji left out.
    fileprivate var isWide: Bool {
        switch value {
        case ..<0x1100: false
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
            0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
