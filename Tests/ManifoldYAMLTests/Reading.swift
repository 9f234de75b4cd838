import ManifoldDiagnostics
package import ManifoldYAML

/// One text that was parsed, with all that was said about it.
struct Reading {
    let file: SourceFile
    let node: Node?
    let diagnostics: [Diagnostic]

    init(_ bytes: [UInt8], limits: YAMLLimits = .standard) {
        file = SourceFile(name: "test.yaml", text: bytes)
        var found = Diagnostics()
        let id = FileID(rawValue: 0)
        // An empty text has no document; its value is nothing.
        node = YAMLParser(limits: limits).parse(file, as: id, reporting: &found)
            .map { $0.first ?? Node(.scalar(Scalar("", style: .plain)), span: SourceSpan(file: id, start: 0, end: 0)) }
        diagnostics = found.sorted
    }

    init(_ text: String, limits: YAMLLimits = .standard) {
        self.init(Array(text.utf8), limits: limits)
    }

    var codes: [String] { diagnostics.map(\.code.description) }

    /// The text that a span covers.
    func text(_ span: SourceSpan?) -> String? {
        span.map { String(decoding: file.text[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    }

    /// `line:column` of a span's beginning.
    func place(_ span: SourceSpan?) -> String? {
        span.map {
            let position = file.position(at: $0.start)
            return "\(position.line):\(position.column)"
        }
    }
}

extension Node {
    /// The value without places; a key counts by its text.
    var plain: PlainValue {
        switch content {
        case .sequence(let items): .list(items.map(\.plain))
        case .mapping(let pairs):
            .map(pairs.map { PlainValue.Entry(key: $0.key.scalarText ?? "?", value: $0.value.plain) })
        case .scalar(let scalar):
            switch resolved {
            case .null, nil: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .integer(value)
            case .float(let value): .number(value)
            case .string: .string(scalar.text)
            }
        }
    }
}

extension PlainValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: PlainValue...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, PlainValue)...) {
        self = .map(elements.map { Entry(key: $0.0, value: $0.1) })
    }
}
