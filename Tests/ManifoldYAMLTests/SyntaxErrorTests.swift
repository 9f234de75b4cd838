import ManifoldDiagnostics
import ManifoldYAML
import Testing

/// One text that is no YAML, and what its author should be told.
struct SyntaxCase: CustomStringConvertible, Sendable {
    let text: String
    let code: String
    /// `line:column` of the primary label and of the related one.
    let places: [String]
    let message: String
    let help: String

    init(_ text: String, _ code: String, at places: String..., message: String = "", help: String) {
        self.text = text
        self.code = code
        self.places = places
        self.message = message
        self.help = help
    }

    var description: String { text }
}

@Suite("Text that is no YAML")
struct SyntaxErrorTests {
    private static let lines = [
        SyntaxCase("a:\n\tb: 1\n", "yaml.tab", at: "2:1", help: "spaces"),
        SyntaxCase("a:\n\t- b\n", "yaml.tab", at: "2:1", help: "spaces"),
        SyntaxCase("a:\n  b: 1\n\tc: 2\n", "yaml.tab", at: "3:1", help: "spaces"),
        SyntaxCase("a: |\n\tb\n", "yaml.tab", at: "2:1", help: "spaces"),
        SyntaxCase(
            "w:\n  image: nginx\n    ports: []\n",
            "yaml.indentation",
            at: "3:5",
            "2:3",
            message: "`ports`",
            help: "put 2 spaces before `ports`"
        ),
        SyntaxCase("w:\n    a: 1\n   b: 2\n", "yaml.indentation", at: "3:4", "1:1", help: "put 4 spaces before it"),
        SyntaxCase(
            "w:\n    a: 1\n  b: 2\n",
            "yaml.indentation",
            at: "3:3",
            "1:1",
            help: "or no space for that mapping"
        ),
        SyntaxCase("  a: 1\nb: 2\n", "yaml.indentation", at: "2:1", "1:3", help: "put 2 spaces before it"),
        SyntaxCase("w:\n  a: 1\n  - b\n", "yaml.indentation", at: "3:3", "2:3", message: "an item", help: "deeper"),
        SyntaxCase("p:\n  - a\n  b: 1\n", "yaml.indentation", at: "3:3", "2:3", message: "is none", help: "`- `"),
        SyntaxCase("p:\n  - a\n - b\n", "yaml.indentation", at: "3:2", "1:1", help: "put 2 spaces before it"),
        SyntaxCase("p: - a\n", "yaml.indentation", at: "1:4", help: "the line below its key"),
        SyntaxCase("w:\n  image:nginx\n  b: 1\n", "yaml.missing-colon", at: "2:3", "3:3", help: "write `image: nginx`"),
        SyntaxCase("w:\n  a: 1\n  b c\n  d: 1\n", "yaml.missing-colon", at: "3:3", "4:3", help: "`key: value`"),
        SyntaxCase("services\n  web: 1\n", "yaml.missing-colon", at: "1:1", "2:3", help: "`key: value`"),
    ]

    private static let values = [
        SyntaxCase("a: b c: d # x\n", "yaml.quoting", at: "1:7", "1:4", help: "`'b c: d'`"),
        SyntaxCase("a: it's c: d\n", "yaml.quoting", at: "1:10", "1:4", help: "`\"…\"`"),
        SyntaxCase("image: nginx:\n", "yaml.quoting", at: "1:13", "1:8", help: "`'nginx:'`"),
        SyntaxCase("a: @b\n", "yaml.quoting", at: "1:4", message: "`@`", help: "`'@b'`"),
        SyntaxCase("a: `b`\n", "yaml.quoting", at: "1:4", help: "'`b`'"),
        SyntaxCase("a: %b\n", "yaml.quoting", at: "1:4", help: "`'%b'`"),
        SyntaxCase("a: *.b\n", "yaml.quoting", at: "1:4", message: "an alias", help: "`'*.b'`"),
        SyntaxCase("a: &\n", "yaml.quoting", at: "1:4", message: "an anchor", help: "`'&'`"),
        SyntaxCase("a: !{b}\n", "yaml.quoting", at: "1:4", message: "a tag", help: "`'!{b}'`"),
        SyntaxCase("a: >=1.0\n", "yaml.quoting", at: "1:4", message: "a block of text", help: "`'>=1.0'`"),
        SyntaxCase("a: \"b\" c\n", "yaml.quoting", at: "1:8", "1:4", help: "`'\"b\" c'`"),
        SyntaxCase("- [b] c\n- d\n", "yaml.quoting", at: "1:7", "1:3", help: "`'[b] c'`"),
        SyntaxCase("a: \"C:\\path\"\n", "yaml.quoting", at: "1:7", "1:4", message: "`\\p`", help: "single quotes"),
        SyntaxCase("a: \"\\xZZ\"\n", "yaml.quoting", at: "1:5", "1:4", help: "single quotes"),
        SyntaxCase("a: \"b\nc: d\n", "yaml.unclosed", at: "1:4", "2:5", message: "`\"`", help: "where the text ends"),
        SyntaxCase("a: 'b\nc: d\n", "yaml.unclosed", at: "1:4", "2:5", message: "`'`", help: "where the text ends"),
        SyntaxCase("a: [1, 2\nb: 3\n", "yaml.unclosed", at: "2:1", "1:4", message: "`]`", help: "quotes"),
        SyntaxCase("a: {b: 1, c: 2\n", "yaml.unclosed", at: "1:15", "1:4", message: "`}`", help: "quotes"),
        SyntaxCase("a: {b: 1 c: 2}\n", "yaml.unclosed", at: "1:10", "1:4", help: "quotes"),
    ]

    @Test("a mistake in the layout is told with its place and what to write", arguments: lines + values)
    func mistakes(mistake: SyntaxCase) {
        let reading = Reading(mistake.text)
        #expect(reading.codes == [mistake.code])
        #expect(reading.node == nil)
        guard let diagnostic = reading.diagnostics.first else { return }
        let labels = [diagnostic.primary].compactMap(\.self) + diagnostic.related
        #expect(labels.map { reading.place($0.span) } == mistake.places)
        #expect(diagnostic.message.contains(mistake.message))
        #expect(diagnostic.help?.contains(mistake.help) == true, "\(diagnostic.help ?? "no help")")
    }

    @Test(
        "other mistakes are told in libyaml's words with both of its places",
        arguments: [
            ("%YAML 9.9\n---\na\n", "found incompatible YAML document"),
            ("%FOO\n---\n", "found unknown directive name"),
            ("a: [b, ,c]\n", "a value is missing"), ("a: ]\n", "a value is missing"),
            ("%TAG ! a\n%TAG ! b\n---\n", "found duplicate %TAG directive"),
        ]
    )
    func others(text: String, words: String) {
        let reading = Reading(text)
        #expect(reading.codes == ["yaml.syntax"])
        #expect(reading.diagnostics.first?.message == "this is no valid YAML: \(words)")
        #expect(reading.diagnostics.first?.primary != nil)
    }

    @Test("messages are one line in lower case without a full stop", arguments: lines + values)
    func style(mistake: SyntaxCase) {
        for diagnostic in Reading(mistake.text).diagnostics {
            let first = diagnostic.message.first
            #expect(first == "`" || first?.isLowercase == true || diagnostic.message.hasPrefix("YAML"))
            #expect(!diagnostic.message.hasSuffix(".") && !diagnostic.message.contains("\n"))
        }
    }
}
