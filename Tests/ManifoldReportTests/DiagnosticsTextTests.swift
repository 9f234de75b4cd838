import ManifoldDiagnostics
import ManifoldReport
import Testing

@Suite("Diagnostics for people")
struct DiagnosticsTextTests {
    private let code = Diagnostic.Code("manifest.unknown-key")

    /// What is shown for a mistake at the first place of a text where the wanted words stand.
    private func shown(_ text: String, at words: String, label: String? = nil, width: Int = 120) -> [String] {
        var sources = SourceMap()
        let file = sources.add(SourceFile(name: "compose.yaml", text: Array(text.utf8)))
        let bytes = Array(text.utf8)
        let wanted = Array(words.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
        let span = SourceSpan(file: file, start: UInt32(start), end: UInt32(start + wanted.count))
        let diagnostic = Diagnostic(code, "wrong", at: Diagnostic.Label(span, label))
        return render([diagnostic], sources, width: width)
    }

    private func render(_ diagnostics: [Diagnostic], _ sources: SourceMap, color: Bool = false, width: Int = 120)
        -> [String]
    {
        DiagnosticsText(sources: sources, color: color, width: width).render(diagnostics)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("a diagnostic shows its line, a caret under the place, and the help")
    func whole() {
        var sources = SourceMap()
        let text = "services:\n  web:\n    image: x\n\n\n\n    prots:\n"
        let file = sources.add(SourceFile(name: "compose.yaml", text: Array(text.utf8)))
        let diagnostic = Diagnostic(
            code,
            "unknown key `prots` in service `web`",
            at: Diagnostic.Label(SourceSpan(file: file, start: 37, end: 42), "not a service key"),
            help: "did you mean `ports`?"
        )
        #expect(
            DiagnosticsText(sources: sources, color: false).render([diagnostic]) == """
                error[manifest.unknown-key]: unknown key `prots` in service `web`
                  --> compose.yaml:7:5
                   |
                 7 |     prots:
                   |     ^^^^^ not a service key
                   = help: did you mean `ports`?

                """
        )
    }

    @Test("related places follow, the gutter as wide as the largest line number needs")
    func related() {
        var sources = SourceMap()
        let one = sources.add(SourceFile(name: "one.yaml", text: Array("a: 1\nb: 2\n".utf8)))
        let many = String(repeating: "\n", count: 120) + "c: 3\n"
        let two = sources.add(SourceFile(name: "two.yaml", text: Array(many.utf8)))
        let diagnostic = Diagnostic(
            code,
            .warning,
            "given twice",
            at: Diagnostic.Label(SourceSpan(file: one, start: 5, end: 6)),
            related: [
                Diagnostic.Label(SourceSpan(file: two, start: 123, end: 124), "and here"),
                Diagnostic.Label(SourceSpan(file: one, start: 8, end: 9), "its value"),
            ]
        )
        #expect(
            DiagnosticsText(sources: sources, color: false).render([diagnostic]) == """
                warning[manifest.unknown-key]: given twice
                    --> one.yaml:2:1
                     |
                   2 | b: 2
                     | ^
                     |    - its value
                    ::: two.yaml:121:4
                     |
                 121 | c: 3
                     |    - and here

                """
        )
    }

    @Test("without a place there is the header and the help alone")
    func placeless() {
        let diagnostics = [Diagnostic(code, "no file", help: "name one\nor write one"), Diagnostic(code, "other")]
        #expect(
            DiagnosticsText(sources: SourceMap(), color: false).render(diagnostics) == """
                error[manifest.unknown-key]: no file
                   = help: name one
                           or write one

                error[manifest.unknown-key]: other

                """
        )
        #expect(DiagnosticsText(sources: SourceMap(), color: false).render([]) == "")
    }

    @Test(
        "carets stand under what they mean, whatever stands before it",
        arguments: [
            ("key: bad", 5), ("日本語: bad", 8), ("🎉: bad", 4), ("👩‍👩‍👧: bad", 4), ("e\u{301}: bad", 3), ("\tbad", 4),
            ("a\tb bad", 7),
            ("🇩🇪: bad", 4), ("❤\u{FE0F}: bad", 4), ("ｆｕｌｌ bad", 9), ("한글 bad", 5), ("\u{1B}[31m bad", 11),
        ]
    )
    func cells(text: String, blanks: Int) {
        let lines = shown(text, at: "bad", label: "here")
        #expect(lines[4] == "   | " + String(repeating: " ", count: blanks) + "^^^ here")
    }

    @Test(
        "a stretch takes as many carets as it takes cells",
        arguments: [("日本", 4), ("a\tb", 6), ("🎉", 2), ("e\u{301}", 1), ("\u{7}", 5)]
    )
    func caretCount(words: String, count: Int) {
        #expect(shown("k: \(words)!", at: words)[4] == "   |    " + String(repeating: "^", count: count))
    }

    @Test("a stretch of several lines is underlined to the end of its first")
    func severalLines() {
        #expect(shown("a: |\n  b\nc\n", at: "|\n  b")[2...4] == ["   |", " 1 | a: |", "   |    ^"])
    }

    @Test("a place behind the end of a line or of the file still gets a caret")
    func ends() {
        #expect(shown("ab\ncd\n", at: "\ncd")[3...4] == [" 1 | ab", "   |   ^"])
        #expect(shown("ab\n", at: "nowhere")[3...4] == [" 2 |", "   | ^"])
        #expect(shown("", at: "nowhere")[3...4] == [" 1 |", "   | ^"])
    }

    @Test("of a long line the part around the place is shown")
    func longLine() {
        let text = String(repeating: "x", count: 300) + "bad" + String(repeating: "y", count: 300)
        let lines = shown(text, at: "bad", width: 60)
        let before = String(repeating: "x", count: 20)
        #expect(lines[3] == " 1 | …" + before + "bad" + String(repeating: "y", count: 37) + "…")
        #expect(lines[4] == "   |  " + String(repeating: " ", count: 20) + "^^^")
        #expect(shown(text, at: "xxx", width: 60)[3] == " 1 | " + String(repeating: "x", count: 60) + "…")
        let last = shown(text + "z", at: "z", width: 60)
        #expect(last[3].hasSuffix("z") && last[4].hasSuffix("^") && last[3].count == last[4].count)
    }

    @Test("a line of many megabytes is shown at once")
    func hugeLine() {
        let text = String(repeating: "日", count: 200_000) + "bad"
        let lines = shown(text, at: "bad", width: 60)
        #expect(lines[3].hasSuffix("日bad"))
        #expect(lines[4].hasSuffix(" ^^^"))
    }

    @Test("nothing from a file or a message reaches the terminal as a command")
    func controlCharacters() {
        var sources = SourceMap()
        let file = sources.add(SourceFile(name: "a\u{1B}b", text: Array("k\u{1B}[2J: \u{202E}v\n".utf8)))
        let span = SourceSpan(file: file, start: 0, end: 1)
        let diagnostic = Diagnostic(
            code,
            "key `\u{1B}]0;x`",
            at: Diagnostic.Label(span, "\u{7}"),
            help: "\u{9B}1m"
        )
        let text = DiagnosticsText(sources: sources, color: false).render([diagnostic])
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test("a text that is no UTF-8 keeps its carets in place")
    func brokenText() {
        var sources = SourceMap()
        let file = sources.add(SourceFile(name: "a", text: [0x61, 0xFF, 0xC3, 0x62, 0xE6, 0x97, 0xA5, 0x63]))
        let lines = render(
            [Diagnostic(code, "x", at: Diagnostic.Label(SourceSpan(file: file, start: 7, end: 8)))],
            sources
        )
        #expect(lines[3...4] == [" 1 | a\u{FFFD}\u{FFFD}b日c", "   |       ^"])
    }

    @Test("any span is shown without a crash")
    func oddSpans() {
        var sources = SourceMap()
        let file = sources.add(SourceFile(name: "a", text: Array("\u{FEFF}日本\r\n\r\nx".utf8)))
        for start in UInt32(0)...16 {
            for end in [start, start + 1, start + 7, .max] {
                for id in [file, FileID(rawValue: 9)] {
                    let label = Diagnostic.Label(SourceSpan(file: id, start: start, end: end), "label")
                    for width in [0, 40, 200] {
                        #expect(
                            !render([Diagnostic(code, "m", at: label, related: [label])], sources, width: width).isEmpty
                        )
                    }
                }
            }
        }
        let stray = Diagnostic.Label(SourceSpan(file: file, start: .max, end: .max))
        #expect(render([Diagnostic(code, "m", at: stray)], sources).contains(" 3 | x"))
    }

    @Test("colour marks the severity, the gutter and the carets, and changes no text")
    func color() {
        var sources = SourceMap()
        let file = sources.add(SourceFile(name: "a", text: Array("key: bad\n".utf8)))
        for severity in [Diagnostic.Severity.error, .warning] {
            let label = Diagnostic.Label(SourceSpan(file: file, start: 5, end: 8), "here")
            let diagnostic = Diagnostic(code, severity, "wrong", at: label, help: "right")
            let plain = DiagnosticsText(sources: sources, color: false).render([diagnostic])
            let colored = DiagnosticsText(sources: sources, color: true).render([diagnostic])
            let tone = severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m"
            #expect(colored.contains("\(tone)\(severity.rawValue)[manifest.unknown-key]\u{1B}[0m"))
            #expect(colored.contains("\(tone)^^^ here\u{1B}[0m"))
            #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        }
    }
}
