/// What a `.dockerignore` keeps out of a build context.
///
/// Meaning: moby's `dockerignore` and `patternmatcher`: the last line that says something of a path, or of a directory
/// above it, counts.
struct IgnoreRules: Sendable {
    let patterns: [IgnorePattern]
    private let hasExceptions: Bool
    /// Whether an exception can name something anywhere, so that no directory may be passed over.
    private let hasOpenExceptions: Bool

    /// A line that is no pattern.
    struct Problem: Error, Equatable {
        let line: Int
        let text: String
    }

    static let none = IgnoreRules([])

    init(parsing text: String) throws(Problem) {
        var patterns: [IgnorePattern] = []
        var text = text[...]
        if text.unicodeScalars.first == "\u{FEFF}" { text = Substring(text.unicodeScalars.dropFirst()) }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where !line.hasPrefix("#") {
            let trimmed = Self.trimmed(line)
            guard !trimmed.isEmpty else { continue }
            guard let pattern = IgnorePattern(trimmed) else { throw Problem(line: index + 1, text: trimmed) }
            patterns.append(pattern)
        }
        self.init(patterns)
    }

    private init(_ patterns: [IgnorePattern]) {
        self.patterns = patterns
        let exceptions = patterns.filter(\.isException)
        hasExceptions = !exceptions.isEmpty
        hasOpenExceptions = exceptions.contains { !$0.isLiteral }
    }

    /// Whether a path is kept out.
    func excludes(_ path: String) -> Bool {
        guard !patterns.isEmpty else { return false }
        // The path itself first, then the directories above it from the top.
        var prefixes = [path]
        for index in path.indices where path[index] == "/" { prefixes.append(String(path[..<index])) }
        var isExcluded = false
        for pattern in patterns where pattern.isException == isExcluded {
            if prefixes.contains(where: pattern.matches) { isExcluded = !pattern.isException }
        }
        return isExcluded
    }

    /// Whether nothing below a directory that is kept out can be brought back, so that nobody has to look.
    func canPassOver(_ directory: String) -> Bool {
        guard hasExceptions else { return true }
        if hasOpenExceptions { return false }
        return !patterns.contains { $0.isException && ($0.path + "/").hasPrefix(directory + "/") }
    }

    private static func trimmed(_ line: Substring) -> String {
        var line = line
        while line.first?.isWhitespace == true { line.removeFirst() }
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }
}
