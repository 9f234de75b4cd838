import ManifoldDiagnostics
import ManifoldReport
import Testing

@Suite("Diagnostics for programs")
struct DiagnosticsFormatTests {
    private let code = Diagnostic.Code("manifest.unknown-key")

    /// A span of the first place at which words stand in a text.
    private func span(_ words: String, in text: String, _ file: FileID) -> SourceSpan {
        let bytes = Array(text.utf8)
        let wanted = Array(words.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
        return SourceSpan(file: file, start: UInt32(start), end: UInt32(start + wanted.count))
    }

    private func source(_ text: String, named name: String = "compose.yaml") -> (SourceMap, FileID) {
        var sources = SourceMap()
        let file = sources.add(SourceFile(name: name, text: Array(text.utf8)))
        return (sources, file)
    }

    @Test("a run without findings is an empty document, and nothing where a format has no documents")
    func nothing() {
        let sources = SourceMap()
        #expect(DiagnosticsFormat.text.render([], sources: sources) == "")
        #expect(DiagnosticsFormat.github.render([], sources: sources) == "")
        #expect(
            DiagnosticsFormat.json.render([], sources: sources) == """
                {
                  "format_version": "1.0",
                  "errors": 0,
                  "warnings": 0,
                  "diagnostics": []
                }

                """
        )
        let sarif = DiagnosticsFormat.sarif.render([], sources: sources)
        #expect(sarif.contains(#""version": "2.1.0""#) && sarif.contains(#""results": []"#))
    }

    @Test("JSON has every field, lines and columns for people and offsets for programs")
    func json() {
        let text = "é: 1\nblock: |\n  two\n  lines\n"
        let (sources, file) = source(text)
        let diagnostic = Diagnostic(
            code,
            .warning,
            "wrong",
            at: Diagnostic.Label(span("|\n  two\n  lines", in: text, file), "here"),
            related: [Diagnostic.Label(span("1", in: text, file))],
            help: "write `two`"
        )
        #expect(
            DiagnosticsFormat.json.render([diagnostic], sources: sources) == """
                {
                  "format_version": "1.0",
                  "errors": 0,
                  "warnings": 1,
                  "diagnostics": [
                    {
                      "code": "manifest.unknown-key",
                      "severity": "warning",
                      "message": "wrong",
                      "primary": {
                        "file": "compose.yaml",
                        "start": {
                          "line": 2,
                          "column": 8,
                          "offset": 13
                        },
                        "end": {
                          "line": 4,
                          "column": 8,
                          "offset": 28
                        },
                        "text": "here"
                      },
                      "related": [
                        {
                          "file": "compose.yaml",
                          "start": {
                            "line": 1,
                            "column": 4,
                            "offset": 4
                          },
                          "end": {
                            "line": 1,
                            "column": 5,
                            "offset": 5
                          },
                          "text": null
                        }
                      ],
                      "help": "write `two`"
                    }
                  ]
                }

                """
        )
    }

    @Test("GitHub gets one command a line, with all that an annotation cannot point at in its text")
    func github() {
        let text = "services:\n  web:\n    prots: []\n    ports: []\n"
        let (sources, file) = source(text)
        let diagnostics = [
            Diagnostic(
                code,
                "unknown key `prots`",
                at: Diagnostic.Label(span("prots", in: text, file), "not a key"),
                related: [Diagnostic.Label(span("ports", in: text, file), "the key")],
                help: "did you mean `ports`?"
            ), Diagnostic(code, .warning, "100% wrong"),
        ]
        #expect(
            DiagnosticsFormat.github.render(diagnostics, sources: sources) == """
                ::error file=compose.yaml,line=3,endLine=3,col=5,endColumn=10,title=manifest.unknown-key::\
                unknown key `prots` (not a key)%0Acompose.yaml:4:5: the key%0Ahelp: did you mean `ports`?
                ::warning title=manifest.unknown-key::100%25 wrong

                """
        )
    }

    @Test("a stretch of several lines has no columns for GitHub, which refuses them")
    func githubLines() {
        let text = "a:\n  b: 1\n  c: 2\n"
        let (sources, file) = source(text)
        let label = Diagnostic.Label(span("b: 1\n  c: 2", in: text, file))
        let line = DiagnosticsFormat.github.render([Diagnostic(code, "wrong", at: label)], sources: sources)
        #expect(line == "::error file=compose.yaml,line=2,endLine=3,title=manifest.unknown-key::wrong\n")
    }

    @Test("nothing in a name or a message becomes a command of its own")
    func githubEscapes() {
        let (sources, file) = source("a", named: "a,b:c\n::set-output name=x::y.yaml")
        let label = Diagnostic.Label(SourceSpan(file: file, start: 0, end: 1))
        let diagnostic = Diagnostic(code, "one\n::error::two\r", at: label, help: "x\n::error::three")
        let text = DiagnosticsFormat.github.render([diagnostic], sources: sources)
        #expect(text.split(separator: "\n").count == 1)
        #expect(text.contains("file=a%2Cb%3Ac%0A%3A%3Aset-output name=x%3A%3Ay.yaml,line=1"))
        #expect(!text.contains("\r"))
    }

    @Test("columns for services count code points, not characters or bytes")
    func codePoints() {
        let text = "e\u{301}👩‍👩‍👧: bad"
        let (sources, file) = source(text)
        let diagnostic = Diagnostic(code, "wrong", at: Diagnostic.Label(span("bad", in: text, file)))
        #expect(DiagnosticsFormat.github.render([diagnostic], sources: sources).contains("col=10,endColumn=13"))
        let sarif = DiagnosticsFormat.sarif.render([diagnostic], sources: sources)
        #expect(sarif.contains(#""startColumn": 10"#) && sarif.contains(#""endColumn": 13"#))
        #expect(DiagnosticsFormat.json.render([diagnostic], sources: sources).contains(#""column": 5"#))
    }

    @Test("SARIF has a rule for each code found, and results that name it")
    func sarif() {
        let text = "a: 1\nb: 2\n"
        let (sources, file) = source(text, named: "my dir/comp%ose.yaml")
        let yaml = Diagnostic.Code("yaml.tab")
        let diagnostics = [
            Diagnostic(
                yaml,
                .warning,
                "a {0}",
                at: Diagnostic.Label(span("2", in: text, file), "x"),
                related: [Diagnostic.Label(span("a", in: text, file), "y")],
                help: "z"
            ), Diagnostic(code, "b"), Diagnostic(yaml, "c"),
        ]
        let sarif = DiagnosticsFormat.sarif.render(diagnostics, sources: sources)
        let words = [
            #""id": "manifest.unknown-key""#, #""id": "yaml.tab""#, #""ruleIndex": 1"#, #""level": "warning""#,
            #""uri": "my%20dir/comp%25ose.yaml""#, #""text": "a {{0}}\nhelp: z""#, #""startLine": 2"#,
            #""relatedLocations": ["#,
        ]
        for word in words { #expect(sarif.contains(word), "no \(word)") }
        #expect(sarif.matches(of: /"id": "yaml\.tab"/).count == 1)
        #expect(sarif.contains(#""text": "The key means nothing at this place"#), "no entry in the catalogue")
    }

    @Test(
        "names are relative to the root of the checkout where the file lies in it",
        arguments: [
            ("compose.yaml", "shop/compose.yaml"), ("../blog/compose.yaml", "blog/compose.yaml"),
            ("/src/shop/sub/./x.yaml", "shop/sub/x.yaml"), ("/elsewhere/x.yaml", "/elsewhere/x.yaml"),
            ("../../x.yaml", "../../x.yaml"), ("<stdin>", "<stdin>"),
        ]
    )
    func paths(name: String, shown: String) {
        let (sources, file) = source("a", named: name)
        let label = Diagnostic.Label(SourceSpan(file: file, start: 0, end: 1))
        let paths = DiagnosticsPaths(directory: "/src/shop", root: "/src")
        let text = DiagnosticsFormat.github.render([Diagnostic(code, "m", at: label)], sources: sources, paths: paths)
        #expect(text.hasPrefix("::error file=\(shown),"))
    }

    @Test("a mistake in a file that was read twice is told once")
    func fileReadTwice() {
        var sources = SourceMap()
        let files = ["a.yaml", "a.yaml", "b.yaml"].map { sources.add(SourceFile(name: $0, text: Array("x".utf8))) }
        let diagnostics = files.map {
            Diagnostic(code, "m", at: Diagnostic.Label(SourceSpan(file: $0, start: 0, end: 1)))
        }
        for format in DiagnosticsFormat.allCases {
            let text = format.render(diagnostics, sources: sources)
            #expect(text.matches(of: /a\.yaml/).count == 1)
            #expect(text.matches(of: /b\.yaml/).count == 1)
        }
        #expect(DiagnosticsFormat.json.render(diagnostics, sources: sources).contains(#""errors": 2"#))
    }

    @Test("a stray span, or one behind the end, is shown in every format without a crash")
    func oddSpans() {
        let (sources, file) = source("\u{FEFF}日本\r\nx")
        for id in [file, FileID(rawValue: 7)] {
            for start in UInt32(0)...14 {
                let label = Diagnostic.Label(SourceSpan(file: id, start: start, end: start &+ 5))
                let diagnostic = Diagnostic(code, "m", at: label, related: [label])
                for format in DiagnosticsFormat.allCases {
                    #expect(!format.render([diagnostic], sources: sources).isEmpty)
                }
            }
        }
    }
}
