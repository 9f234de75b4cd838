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
        SyntaxCase("  a: 1\nb: 2\n", "yaml.indentation", at: "2:1", "1:3", help: "begin in the same column"),
        SyntaxCase("w:\n  a: 1\n  - b\n", "yaml.indentation", at: "3:3", "2:3", message: "an item", help: "deeper"),
        SyntaxCase("p:\n  - a\n  b: 1\n", "yaml.indentation", at: "3:3", "2:3", message: "is none", help: "`- `"),
        SyntaxCase("p:\n  - a\n - b\n", "yaml.indentation", at: "3:2", "2:3", help: "put 2 spaces before it"),
        SyntaxCase("p:\n  - a\n  - c:\n      d\n - b\n", "yaml.indentation", at: "5:2", "2:3", help: "put 2 spaces"),
        SyntaxCase("p:\n  - a: 1\n   b: 2\n", "yaml.indentation", at: "3:4", "2:5", help: "put 4 spaces before it"),
        SyntaxCase("p:\n  -   a:\n     b: 2\n", "yaml.indentation", at: "3:6", "2:7", help: "put 6 spaces before it"),
        SyntaxCase("w:\n  a: 1\n  - b=2\n", "yaml.indentation", at: "3:3", "2:3", help: "write `b: 2`"),
        SyntaxCase("p:\n  - a=1\n  b: 2 # x\n", "yaml.indentation", at: "3:3", "2:3", help: "write `- b=2`"),
        SyntaxCase("w:\n  a: |\n  b c\n  d\n", "yaml.indentation", at: "3:3", "2:6", help: "put at least 4 spaces"),
        SyntaxCase("w:\n- a: >-\n  b c\n  d: 1\n", "yaml.indentation", at: "3:3", "2:6", help: "put at least 2 spaces"),
        SyntaxCase("p:\n  - a\n  -b\n", "yaml.missing-space", at: "3:3", help: "write `- b`"),
        SyntaxCase("p: - a\n", "yaml.indentation", at: "1:4", help: "the line below its key"),
        SyntaxCase("w:\n  image:nginx\n  b: 1\n", "yaml.missing-colon", at: "2:3", "3:3", help: "write `image: nginx`"),
        SyntaxCase("w:\n  a: 1\n  b c\n  d: 1\n", "yaml.missing-colon", at: "3:3", "4:3", help: "`key: value`"),
        SyntaxCase("services\n  web: 1\n", "yaml.missing-colon", at: "1:1", "2:3", help: "write `services:`"),
        SyntaxCase("s:\n  web\n    a: 1\n", "yaml.missing-colon", at: "2:3", "3:5", help: "write `web:`"),
        SyntaxCase("s:\n  w:\n    a:b\n    c: 1\n", "yaml.missing-colon", at: "3:5", "4:5", help: "write `a: b`"),
        SyntaxCase("w:\n  a = b\n  c: 1\n", "yaml.missing-colon", at: "2:3", "3:3", help: "write `a: b`"),
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
        SyntaxCase("a: [1, 2\nb: 3\n", "yaml.unclosed", at: "1:9", "1:4", message: "`]`", help: "write `]` here"),
        SyntaxCase("a: [1, 2 # x\nb: 3\n", "yaml.unclosed", at: "1:9", "1:4", message: "`]`", help: "write `]` here"),
        SyntaxCase("a: [\"b\" \"c\"]\n", "yaml.unclosed", at: "1:9", "1:4", help: "write `,` before it"),
        SyntaxCase("a: \"b\nc: d\ne: \"f\"\n", "yaml.unclosed", at: "1:4", "3:4", help: "where the text ends"),
        SyntaxCase("- \"b\n- \"c\"\n", "yaml.unclosed", at: "1:3", "2:3", help: "where the text ends"),
        SyntaxCase("a: 'it's'\n", "yaml.quoting", at: "1:7", "1:4", message: "`'`", help: "`''`"),
        SyntaxCase("a: [b, 'it's']\n", "yaml.quoting", at: "1:11", "1:8", message: "`'`", help: "`''`"),
        SyntaxCase("a: \"say \"b\" c\"\n", "yaml.quoting", at: "1:9", "1:4", message: "`\"`", help: "`\\\"`"),
        SyntaxCase("a: {{ b }}/c\n", "yaml.quoting", at: "1:4", message: "`{{`", help: "`'{{ b }}/c'`"),
        SyntaxCase("a: {b: 1, c: 2\n", "yaml.unclosed", at: "1:15", "1:4", message: "`}`", help: "write `}` here"),
        SyntaxCase("a: {b: 1 c: 2}\n", "yaml.unclosed", at: "1:10", "1:4", help: "quotes"),
    ]

    private static let files = [
        SyntaxCase(
            "a: 1\n<<<<<<< x\nb: 2\n=======\nb: 3\n>>>>>>> y\n",
            "yaml.merge-conflict",
            at: "2:1",
            "4:1",
            "6:1",
            help: "keep one"
        ),
        SyntaxCase(
            "w:\n  a: 1\n \u{A0}b: 2\n",
            "yaml.hard-space",
            at: "3:2",
            message: "looks like a space",
            help: "plain spaces"
        ),
        SyntaxCase("a: 1\n...\nb: 2\n", "yaml.document-end", at: "3:1", "2:1", help: "take the line `...` away"),
        SyntaxCase("{a: 1}\nb: 2\n", "yaml.document-end", at: "2:1", "1:1", help: "`key: value` lines"),
        SyntaxCase("%YAML 9.9\n---\na\n", "yaml.directive", at: "1:1", help: "take the line away"),
        SyntaxCase("%FOO\n---\n", "yaml.directive", at: "1:1", message: "`%FOO`", help: "take the line away"),
        SyntaxCase("a: 1\n%include b.yaml\n", "yaml.directive", at: "2:1", message: "`%include`", help: "`include:`"),
        SyntaxCase("%TAG ! a\n%TAG ! b\n---\n", "yaml.directive", at: "2:1", help: "take the line away"),
    ]

    @Test("a mistake in the layout is told with its place and what to write", arguments: lines + values + files)
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
            ("a: [b, ,c]\n", "a value is missing"), ("a: ]\n", "a value is missing"),
        ]
    )
    func others(text: String, words: String) {
        let reading = Reading(text)
        #expect(reading.codes == ["yaml.syntax"])
        #expect(reading.diagnostics.first?.message == "this is no valid YAML: \(words)")
        #expect(reading.diagnostics.first?.primary != nil)
        #expect(reading.diagnostics.first?.help?.contains("write a value") == true)
    }

    @Test("messages are one line in lower case without a full stop", arguments: lines + values + files)
    func style(mistake: SyntaxCase) {
        for diagnostic in Reading(mistake.text).diagnostics {
            let first = diagnostic.message.first
            #expect(first == "`" || first?.isLowercase == true || diagnostic.message.hasPrefix("YAML"))
            #expect(!diagnostic.message.hasSuffix(".") && !diagnostic.message.contains("\n"))
        }
    }
}
