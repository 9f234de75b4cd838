import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite(
    "The YAML test suite",
    .enabled(if: Corpus.isPresent, "the corpus is not beside the checkout; set MANIFOLD_CORPUS")
)
struct YAMLTestSuiteTests {
    /// Valid YAML that this parser refuses on purpose, with the diagnostic that says so.
    private static let refused: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            "4FJ6", "6BFJ", "6PBE", "9MMW", "KK5P", "LX3P", "M2N8/01", "M5DY", "Q9WF", "RZP5", "SBG9", "V9D5", "X38W",
            "XW4D",
        ]
        .map { ($0, "yaml.complex-key") }
    )

    @Test("what libyaml reads right is right in the tree, and what is no YAML is an error")
    func agreesWithTheSuite() throws {
        let (cases, beyond) = try Corpus.yamlTestSuite()
        var figures = (trees: 0, withoutTree: 0, errors: 0, refused: 0)
        for suiteCase in cases {
            let file = SourceFile(name: "in.yaml", text: suiteCase.text)
            var diagnostics = Diagnostics()
            let documents = YAMLParser().parse(file, as: FileID(rawValue: 0), reporting: &diagnostics)
            let codes = diagnostics.sorted.map(\.code.description)
            if !suiteCase.isValid {
                #expect(diagnostics.hasErrors, "\(suiteCase) should be an error")
                figures.errors += 1
            } else if let code = Self.refused[suiteCase.name] {
                #expect(codes.contains(code), "\(suiteCase) is said to be refused")
                figures.refused += 1
            } else {
                #expect(codes == [], "\(suiteCase)")
                guard let json = suiteCase.json else {
                    figures.withoutTree += 1
                    continue
                }
                #expect(documents?.map { normal($0.plain) } == JSONReader.values(in: json).map(normal), "\(suiteCase)")
                figures.trees += 1
            }
        }
        print(
            """
            YAML test suite: \(figures.trees) trees equal, \(figures.errors) errors found, \
            \(figures.withoutTree) valid cases without a reference tree, \(figures.refused) refused by design, \
            \(beyond) beyond libyaml itself
            """
        )
    }

    /// JSON gives no order to entries and does not tell 1 from 1.0.
    private func normal(_ value: PlainValue) -> PlainValue {
        switch value {
        case .list(let items): .list(items.map(normal))
        case .map(let entries):
            .map(entries.map { PlainValue.Entry(key: $0.key, value: normal($0.value)) }.sorted { $0.key < $1.key })
        case .integer(let value): .number(Double(value))
        default: value
        }
    }
}
