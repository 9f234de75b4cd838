/// One event of a YAML stream, out of libyaml's hands.
struct Event {
    enum Kind {
        case documentStart
        case documentEnd
        case streamEnd
        case scalar(Scalar)
        /// An alias of the anchor of that name.
        case alias(String)
        case collectionStart(isMapping: Bool, isFlow: Bool)
        case collectionEnd
    }

    let kind: Kind
    var anchor: String?
    var tag: String?
    /// UTF-8 offsets; an anchor and a tag are part of the stretch.
    let start: UInt32
    let end: UInt32
}

/// What libyaml says of a text that is no YAML: two phrases and two places.
struct SyntaxFault {
    var problem: String
    /// The offset at which reading stopped.
    var place: UInt32
    /// What was being read, such as `while parsing a block mapping`.
    var context: String?
    /// The offset at which that began.
    var contextPlace: UInt32?
    /// Whether the characters themselves are at fault rather than what they say.
    var isUnreadable = false
    /// The byte or code point that the reader refused.
    var character: UInt32?
}
