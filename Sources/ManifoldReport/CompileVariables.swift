package import ManifoldDiagnostics
package import ManifoldManifest
import ManifoldYAML
import OrderedCollections

/// The variables that a manifest reads, with what it says of them and where.
///
/// Their values are no part of it.
package struct CompileVariables {
    private let uses: [VariableUse]
    private let sources: SourceMap

    /// `uses` are in the order of their names.
    package init(_ uses: [VariableUse], sources: SourceMap) {
        self.uses = uses
        self.sources = sources
    }

    /// A table with a row for each variable; one that is read in several ways has a row for each.
    package var text: String {
        var ways: OrderedDictionary<VariableWay, [String]> = [:]
        for use in uses { ways[VariableWay(use), default: []].append(sources.description(of: use.span)) }
        let header: [TableText.Cell] = [
            "NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE", "USED AT",
        ]
        let cells = ways.map { way, places -> [TableText.Cell] in
            [
                TableText.Cell(way.name), TableText.Cell(way.isRequired ? "true" : "false"),
                TableText.Cell(AnsiSafe.line(way.defaultValue ?? "")),
                TableText.Cell(AnsiSafe.line(way.alternative ?? "")),
                TableText.Cell(places.joined(separator: ", ")),
            ]
        }
        let lines = TableText(style: Style(color: false)).lines([header] + cells)
        return lines.map { $0 + "\n" }.joined()
    }

    /// The document of `schema/compile-variables.schema.json`.
    package var json: String {
        var variables: [(name: String, uses: [PlainValue], isRequired: Bool)] = []
        for use in uses {
            if variables.last?.name != use.name { variables.append((use.name, [], false)) }
            variables[variables.count - 1].uses.append(entry(use))
            if use.isRequired { variables[variables.count - 1].isRequired = true }
        }
        let document = PlainValue.map([
            PlainValue.Entry(key: "format_version", value: .string("1.0")),
            PlainValue.Entry(
                key: "variables",
                value: .list(
                    variables.map { variable in
                        .map([
                            PlainValue.Entry(key: "name", value: .string(variable.name)),
                            PlainValue.Entry(key: "required", value: .bool(variable.isRequired)),
                            PlainValue.Entry(key: "uses", value: .list(variable.uses)),
                        ])
                    }
                )
            ),
        ])
        return JSONWriter.write(document, pretty: true) + "\n"
    }

    private func entry(_ use: VariableUse) -> PlainValue {
        .map([
            PlainValue.Entry(key: "at", value: .string(sources.description(of: use.span))),
            PlainValue.Entry(key: "required", value: .bool(use.isRequired)),
            PlainValue.Entry(key: "default", value: use.defaultValue.map(PlainValue.string) ?? .null),
            PlainValue.Entry(key: "alternative", value: use.alternative.map(PlainValue.string) ?? .null),
        ])
    }
}

/// One way in which a variable is read.
private struct VariableWay: Hashable {
    let name: String
    let isRequired: Bool
    let defaultValue: String?
    let alternative: String?

    init(_ use: VariableUse) {
        name = use.name
        isRequired = use.isRequired
        defaultValue = use.defaultValue
        alternative = use.alternative
    }
}
