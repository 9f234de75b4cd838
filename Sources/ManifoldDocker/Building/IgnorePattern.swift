/// One line of a `.dockerignore`: a path with `*`, `?`, `[a-z]` within a part, and `**` for any number of parts.
///
/// Meaning: moby's `patternmatcher`, which turns a line into a regular expression over the whole path.
struct IgnorePattern: Sendable {
    private enum Token: Sendable {
        case scalar(Unicode.Scalar)
        /// `?`: anything but a slash.
        case one
        /// `*`: any number of anything but slashes.
        case some
        /// `**` at the end: anything.
        case rest
        /// `**/`: nothing, or anything up to a slash.
        case parts
        case range([ClosedRange<Unicode.Scalar>], negated: Bool)
    }

    /// Whether the line brings back what earlier lines have left out.
    let isException: Bool
    /// The path as Go's `filepath.Clean` leaves it, without a slash before it.
    let path: String
    private let tokens: [Token]

    /// Whether it stands for one path only.
    let isLiteral: Bool

    /// Nil where the line is no pattern: `!` alone, a bracket or a backslash without its other half.
    init?(_ line: String) {
        var text = Substring(line)
        let isException = text.hasPrefix("!")
        if isException { text = text.dropFirst().drop { $0 == " " || $0 == "\t" } }
        guard !text.isEmpty else { return nil }
        let path = Self.cleaned(text)
        guard let tokens = Self.tokens(of: path) else { return nil }
        self.isException = isException
        self.path = path
        self.tokens = tokens
        isLiteral = tokens.allSatisfy { if case .scalar = $0 { true } else { false } }
    }

    /// Whether the pattern is a whole path's, which has its parts joined by single slashes.
    func matches(_ candidate: String) -> Bool {
        if isLiteral { return candidate == path || candidate.utf8.elementsEqual(literal) }
        return Self.matches(tokens[...], Array(candidate.unicodeScalars)[...])
    }

    private var literal: String.UTF8View {
        var text = String.UnicodeScalarView()
        for case .scalar(let scalar) in tokens { text.append(scalar) }
        return String(text).utf8
    }

    private static func cleaned(_ text: Substring) -> String {
        let isAbsolute = text.hasPrefix("/")
        var parts: [Substring] = []
        for part in text.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        return parts.isEmpty ? (isAbsolute ? "/" : ".") : parts.joined(separator: "/")
    }

    private static func tokens(of path: String) -> [Token]? {
        var tokens: [Token] = []
        var rest = Array(path.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*" where rest.first == "*":
                rest.removeFirst()
                // `**/` is taken as `**`, and at the end it is whatever follows.
                if rest.first == "/" { rest.removeFirst() }
                tokens.append(rest.isEmpty ? .rest : .parts)
            case "*": tokens.append(.some)
            case "?": tokens.append(.one)
            case "[":
                guard let range = range(&rest) else { return nil }
                tokens.append(range)
            case "\\":
                guard let escaped = rest.popFirst() else { return nil }
                tokens.append(.scalar(escaped))
            default: tokens.append(.scalar(scalar))
            }
        }
        return tokens
    }

    private static func range(_ rest: inout ArraySlice<Unicode.Scalar>) -> Token? {
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        let isNegated = rest.first == "^"
        if isNegated { rest.removeFirst() }
        func next() -> Unicode.Scalar? {
            guard let scalar = rest.popFirst() else { return nil }
            return scalar == "\\" ? rest.popFirst() : scalar
        }
        while let first = rest.first, first != "]" || ranges.isEmpty {
            guard first != "]", let low = next() else { return nil }
            guard rest.first == "-" else {
                ranges.append(low...low)
                continue
            }
            rest.removeFirst()
            guard rest.first != "]", let high = next(), low <= high else { return nil }
            ranges.append(low...high)
        }
        guard rest.popFirst() == "]", !ranges.isEmpty else { return nil }
        return .range(ranges, negated: isNegated)
    }

    private static func matches(_ tokens: ArraySlice<Token>, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var tokens = tokens
        var text = text
        while let token = tokens.popFirst() {
            switch token {
            case .scalar(let scalar):
                guard text.popFirst() == scalar else { return false }
            case .one:
                guard let next = text.popFirst(), next != "/" else { return false }
            case .range(let ranges, let isNegated):
                guard let next = text.popFirst(), ranges.contains(where: { $0.contains(next) }) != isNegated else {
                    return false
                }
            case .rest: return true
            case .some:
                while true {
                    if matches(tokens, text) { return true }
                    guard let next = text.popFirst(), next != "/" else { return false }
                }
            case .parts:
                if matches(tokens, text) { return true }
                while let next = text.popFirst() {
                    if next == "/", matches(tokens, text) { return true }
                }
                return false
            }
        }
        return text.isEmpty
    }
}
