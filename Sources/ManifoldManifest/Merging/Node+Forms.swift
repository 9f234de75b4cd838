import ManifoldDiagnostics
import ManifoldYAML

/// Short forms in their long ones, as far as merging needs them; nil where a value has none of the forms.
extension Node {
    /// A build's mapping; a single value is its context.
    var asBuild: [Pair]? {
        if let pairs { return pairs }
        guard case .scalar = content else { return nil }
        return [Pair(key: .implied("context", at: span), value: self)]
    }

    /// A mapping, or a list of names, each with a value that nobody wrote.
    func asMapping(_ value: (SourceSpan) -> Node) -> [Pair]? {
        if let pairs { return pairs }
        var names: Set<String> = []
        var result: [Pair] = []
        for item in items ?? [] {
            guard let name = item.scalarText else { return nil }
            if names.insert(name).inserted { result.append(Pair(key: item, value: value(item.span))) }
        }
        return items == nil ? nil : result
    }

    /// What a dependency is that only has a name.
    static func startedDependency(at span: SourceSpan) -> Node {
        let pairs = [
            Pair(key: .implied("condition", at: span), value: .implied("service_started", at: span)),
            Pair(key: .implied("required", at: span), value: .implied("true", at: span)),
        ]
        return Node(.mapping(pairs), span: span)
    }

    /// A list; a single value is one of one entry.
    var asItems: [Node]? {
        switch content {
        case .sequence(let items): items
        case .scalar: [self]
        case .mapping: nil
        }
    }

    /// A mapping of names to values, or a list of `NAME=value` and `NAME`.
    var asNamed: [Pair]? {
        if let pairs { return pairs }
        guard let items = asItems else { return nil }
        var result: [Pair] = []
        result.reserveCapacity(items.count)
        for item in items {
            guard !item.isBroken, item.resolved == .string, let pair = item.asNamedEntry else { return nil }
            result.append(pair)
        }
        return result
    }

    private var asNamedEntry: Pair? {
        guard case .scalar(let scalar) = content else { return nil }
        guard let sign = scalar.text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            return Pair(key: part(scalar.text[...], of: scalar), value: .implied("", at: span))
        }
        let value = scalar.text[scalar.text.index(after: sign)...]
        return Pair(key: part(scalar.text[..<sign], of: scalar), value: part(value, of: scalar))
    }

    /// A part of a text is a text, whatever it looks like.
    private func part(_ text: Substring, of scalar: Scalar) -> Node {
        let part = Scalar(String(text), style: .doubleQuoted, variables: scalar.variables)
        return Node(.scalar(part), span: span, alias: alias, overridden: overridden)
    }

    /// Lines for a hosts file, in Compose's order where they come from a mapping.
    var asHosts: [Node]? {
        guard let pairs else { return asItems }
        let lines = pairs.flatMap { pair in
            (pair.value.asItems ?? [])
                .map { address in
                    let name = pair.key.scalarText ?? ""
                    guard case .scalar(let scalar) = address.content, !address.isNull else {
                        return Node(.scalar(Scalar(name, style: .doubleQuoted)), span: pair.key.span)
                    }
                    let line = Scalar("\(name)=\(scalar.text)", style: .doubleQuoted, variables: scalar.variables)
                    return Node(.scalar(line), span: address.span, alias: address.alias)
                }
        }
        return lines.sorted { ($0.scalarText ?? "") < ($1.scalarText ?? "") }
    }
}
