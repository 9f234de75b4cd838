/// Shortens texts for a line of a plan without hiding what differs.
enum FieldTextCut {
    static let limit = 64
    private static let ellipsis = "…"
    /// Characters kept on either side of a difference.
    private static let context = 12

    /// The text with its middle left out where it is too long.
    static func cut(_ text: String, to limit: Int = limit) -> String {
        guard text.utf8.count > limit, text.count > limit else { return text }
        let kept = limit - 1
        return text.prefix(kept - kept / 2) + ellipsis + text.suffix(kept / 2)
    }

    /// Two texts, shortened where they agree, so that the first difference stays in sight.
    static func cut(_ left: String, _ right: String) -> (String, String) {
        guard max(left.utf8.count, right.utf8.count) > limit else { return (left, right) }
        let prefix = zip(left, right).prefix { $0 == $1 }.count
        let suffix = zip(left.dropFirst(prefix).reversed(), right.dropFirst(prefix).reversed())
            .prefix { $0 == $1 }
            .count
        func shortened(_ text: String) -> String {
            var rest = text[...]
            var head = ""
            var tail = ""
            if prefix > context + 1 {
                rest = rest.dropFirst(prefix - context)
                head = ellipsis
            }
            if suffix > context + 1 {
                rest = rest.dropLast(suffix - context)
                tail = ellipsis
            }
            return cut(head + rest + tail)
        }
        return (shortened(left), shortened(right))
    }
}
