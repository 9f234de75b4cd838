import ManifoldDiagnostics
import OrderedCollections
import Testing

@testable import ManifoldManifest

@Suite("Env files")
struct EnvFileTests {
    private static let outer = ["OUT": "outside", "BOTH": "outer"]

    private func parse(_ text: String) -> (values: [String: String], messages: [String], file: EnvFile) {
        let source = SourceFile(name: ".env", text: Array(text.utf8))
        var sources = SourceMap()
        let id = sources.add(source)
        var diagnostics = Diagnostics()
        var parser = EnvFileParser(source, as: id) { name in
            Self.outer[name].map { Substitution.Found(value: $0, variables: []) }
        }
        let file = parser.parse(reporting: &diagnostics)
        let messages = diagnostics.sorted.map { diagnostic in
            "\(diagnostic.primary.map { sources.description(of: $0.span) } ?? "") \(diagnostic.code)"
        }
        return (Dictionary(uniqueKeysWithValues: file.entries.map { ($0, $1.value) }), messages, file)
    }

    @Test(
        "Values",
        arguments: [
            ("A=1", "1"), ("A=", ""), ("A= x y ", "x y"), ("A: yaml", "yaml"), ("export A=1", "1"),
            ("export\tA=1", "1"),
            ("A =1", "1"), ("A=a=b", "a=b"), ("A=x #comment", "x"), ("A=x#no", "x#no"), ("A=#no", "#no"),
            ("# A=0\n\n  A=1\n", "1"), ("A=1\r\nB=2", "1"), ("A=1\nA=2", "2"), ("\u{FEFF}A=1", "1"),
            ("A='x y' # c", "x y"), (#"A='a\nb $OUT'"#, #"a\nb $OUT"#), (#"A='it\'s'"#, "it's"), (#"A='\\'"#, #"\\"#),
            (#"A="x y" # c"#, "x y"), (#"A="a\nb\tc""#, "a\nb\tc"), (#"A="say \"x\"""#, #"say "x""#),
            (#"A="a\\b""#, #"a\b"#), (#"A="\$OUT""#, "$OUT"), (#"A="\0101""#, "A"), (#"A="\q""#, #"\q"#),
            ("A=\"one\ntwo\"", "one\ntwo"), ("A='one\ntwo'\nB=1", "one\ntwo"),
            ("A=$OUT", "outside"), ("A=\"<${OUT}>\"", "<outside>"), ("A='$OUT'", "$OUT"), ("A=$$OUT", "$OUT"),
            ("B=b\nA=$B", "b"), ("A=${NO:-d}", "d"), ("BOTH=inner\nA=$BOTH", "outer"), ("A=${NO}", ""),
            // A no-break space is one, too.
            ("A\u{A0}=\u{A0}1\u{A0}", "1"), ("A=a\u{A0}b", "a\u{A0}b"),
        ]
    )
    func values(text: String, value: String) {
        #expect(parse(text).values["A"] == value)
        #expect(parse(text).messages == [])
    }

    @Test("A name alone takes the value from outside, or is left out")
    func inherited() {
        #expect(parse("OUT\nNO\nA=1").values == ["OUT": "outside", "A": "1"])
        #expect(parse("export OUT").values == ["OUT": "outside"])
    }

    @Test(
        "Mistakes have a place",
        arguments: [
            ("A=1\nB!=2", ".env:2:2 manifest.invalid-env-file"), ("A B=1", ".env:1:2 manifest.invalid-env-file"),
            ("=1", ".env:1:1 manifest.invalid-env-file"), ("A=1\nB='x\ny", ".env:2:3 manifest.invalid-env-file"),
            ("A=${", ".env:1:3 manifest.invalid-interpolation"), ("A=${NO:?x}", ".env:1:3 manifest.required-variable"),
        ]
    )
    func mistakes(text: String, message: String) {
        #expect(parse(text).messages == [message])
    }

    @Test("Only values from outside are named as variables, also through the file's own")
    func variables() {
        let file = parse("A=a\nB=$A\nC=$OUT\nD=$C\nOUT").file
        #expect(file.entries.mapValues(\.variables) == ["A": [], "B": [], "C": ["OUT"], "D": ["OUT"], "OUT": ["OUT"]])
    }

    @Test("Values that double line by line end in a diagnostic")
    func growth() {
        let doubling = (1...60).map { "V\($0)=$V\($0 - 1)$V\($0 - 1)\n" }.joined()
        #expect(parse("V0=0123456789abcdef\n" + doubling).messages.first?.hasSuffix("manifest.value-too-long") == true)
    }

    @Test("The raw format takes lines as they are")
    func raw() {
        let text = "# c\nA=\"x\" #y\n  B=$OUT\nOUT\nNO\nC=\r\n"
        let source = SourceFile(name: "raw.env", text: Array(text.utf8))
        var diagnostics = Diagnostics()
        let file = RawEnvFileParser(source: source, file: FileID(rawValue: 0)) { name in
            Self.outer[name].map { Substitution.Found(value: $0, variables: []) }
        }
        .parse(reporting: &diagnostics)
        #expect(diagnostics.isEmpty)
        #expect(file.entries.mapValues(\.value) == ["A": "\"x\" #y", "B": "$OUT", "OUT": "outside", "C": ""])
    }
}
