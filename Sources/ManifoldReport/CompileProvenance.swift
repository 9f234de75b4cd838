package import ManifoldDiagnostics
import ManifoldManifest
package import ManifoldYAML

/// Where each value of a normal form comes from.
package struct CompileProvenance {
    private let normalForm: Node
    private let sources: SourceMap

    package init(_ normalForm: Node, sources: SourceMap) {
        self.normalForm = normalForm
        self.sources = sources
    }

    /// The normal form with the place of each value in a comment behind it.
    package var yaml: String {
        NormalYAML.write(normalForm) { node in "# " + AnsiSafe.line(place(of: node).text) }
    }

    /// The document of `schema/compile-provenance.schema.json`.
    package var json: String {
        var entries: [PlainValue.Entry] = []
        collect(normalForm, at: [], into: &entries)
        return """
            {
              "format_version": "1.0",
              "manifest": \(NormalJSON.write(normalForm, indentation: 1)),
              "provenance": \(JSONWriter.write(.map(entries), pretty: true, indentation: 1))
            }

            """
    }

    private func collect(_ node: Node, at path: [String], into entries: inout [PlainValue.Entry]) {
        switch node.content {
        case .mapping(let pairs) where !pairs.withoutExtensions.isEmpty:
            for pair in pairs.withoutExtensions {
                let key = NormalJSON.doublingDollars(in: pair.key.scalarText ?? "")
                // Services stand at this depth.
                let isInService = path.count == 2 && key == GoNames.key
                let value = isInService ? GoNames.devices(in: pair.value) : pair.value
                collect(value, at: path + [Self.escaped(key)], into: &entries)
            }
        case .sequence(let items) where !items.isEmpty:
            for (index, item) in items.enumerated() { collect(item, at: path + ["\(index)"], into: &entries) }
        default:
            let pointer = path.map { "/" + $0 }.joined()
            entries.append(PlainValue.Entry(key: pointer, value: place(of: node).plain))
        }
    }

    /// A key as a step of a JSON pointer (RFC 6901).
    private static func escaped(_ key: String) -> String {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
        return key.reduce(into: "") { step, character in
            switch character {
            case "~": step += "~0"
            case "/": step += "~1"
            default: step.append(character)
            }
        }
    }

    private func place(of node: Node) -> ValuePlace {
        ValuePlace(node) { sources.file($0.file) == nil ? nil : sources.description(of: $0) }
    }
}

/// Where one value comes from, in words.
private struct ValuePlace {
    /// Nil where it follows from nothing that is written.
    let at: String?
    /// Whether nobody wrote it: it follows from what stands at the place.
    let isImplied: Bool
    let overrode: [String]
    let via: [String]
    let variables: [String]

    init(_ node: Node, describe: (SourceSpan) -> String?) {
        at = describe(node.span)
        isImplied = at == nil || node.span.start == node.span.end
        overrode = node.overridden.compactMap(describe)
        via = node.alias.flatMap(describe).map { [$0] } ?? []
        if case .scalar(let scalar) = node.content { variables = scalar.variables } else { variables = [] }
    }

    var text: String {
        guard let at else { return "implied" }
        var notes = via.map { "through \($0)" }
        if !overrode.isEmpty { notes.append("overrode \(overrode.joined(separator: ", "))") }
        if !variables.isEmpty { notes.append("with \(variables.joined(separator: ", "))") }
        return (isImplied ? "implied by \(at)" : at) + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }

    var plain: PlainValue {
        func list(_ texts: [String]) -> PlainValue { .list(texts.map(PlainValue.string)) }
        var entries = [PlainValue.Entry(key: "at", value: at.map(PlainValue.string) ?? .null)]
        if isImplied { entries.append(PlainValue.Entry(key: "implied", value: .bool(true))) }
        if !overrode.isEmpty { entries.append(PlainValue.Entry(key: "overrode", value: list(overrode))) }
        if !via.isEmpty { entries.append(PlainValue.Entry(key: "via", value: list(via))) }
        if !variables.isEmpty { entries.append(PlainValue.Entry(key: "variables", value: list(variables))) }
        return .map(entries)
    }
}
