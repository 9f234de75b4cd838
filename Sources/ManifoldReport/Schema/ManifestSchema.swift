import ManifoldManifest
package import ManifoldYAML
import OrderedCollections

/// The JSON Schema of manifests, for editors; made from the tables by which manifests are read.
///
/// It is of draft 7, the latest that the YAML language server knows whole. A schema there takes what stands beside `$ref`
/// for comments, which is why only descriptions do.
package struct ManifestSchema {
    private typealias Entry = PlainValue.Entry

    private var definitions: OrderedDictionary<String, PlainValue> = [:]
    private var waiting: [ValueSchema.ObjectSchema] = []

    package init() {}

    /// The whole schema.
    package mutating func render() -> PlainValue {
        var root: [Entry] = [
            Entry("$schema", .string("http://json-schema.org/draft-07/schema#")),
            Entry("title", .string("Manifest")),
            Entry("description", .string("A Compose file that manifold can plan and apply.")),
        ]
        root += object(ValueSchema.manifest)
        while let next = waiting.popLast() { definitions[next.name] = .map(object(next)) }
        definitions.sort()
        root.append(Entry("definitions", .map(definitions.map { Entry($0, $1) })))
        return .map(root)
    }

    private mutating func object(_ schema: ValueSchema.ObjectSchema) -> [Entry] {
        let properties = schema.properties()
            .map { property in
                var parts = rendered(property.value)
                if let text = KeyDescriptions.text(of: property, in: schema.name) {
                    parts.insert(Entry("description", .string(text)), at: 0)
                }
                return Entry(property.key, .map(parts))
            }
        var parts: [Entry] = [
            Entry("type", .string("object")),
            Entry("properties", .map(properties)),
            Entry("patternProperties", .map([Entry("^x-", .map([]))])),
            Entry("additionalProperties", .bool(false)),
        ]
        if !schema.required.isEmpty { parts.append(Entry("required", .list(schema.required.map { .string($0) }))) }
        return parts
    }

    private mutating func rendered(_ schema: ValueSchema) -> [Entry] {
        switch schema {
        case .string, .bool, .null: return [Entry("type", .string(schema.typeName ?? ""))]
        case .number(let range):
            return [Entry("type", .string("number"))] + bounds(range, within: -.infinity ... .infinity) { .number($0) }
        case .integer(let range):
            return [Entry("type", .string("integer"))] + bounds(range, within: .min ... .max) { .integer(Int($0)) }
        case .choice(let words):
            let choices = PlainValue.map([Entry("enum", .list(words.map { .string($0) }))])
            return [
                Entry(
                    "anyOf",
                    .list([choices, .map([Entry("type", .string("string")), Entry("pattern", .string(#"\$"#))])])
                )
            ]
        case .pattern(let pattern):
            // A text with a variable in it may turn out to be anything.
            return [Entry("type", .string("string")), Entry("pattern", .string(pattern + #"|\$"#))]
        case .list(let entry, let isUnique):
            let unique: [Entry] = isUnique ? [Entry("uniqueItems", .bool(true))] : []
            return [Entry("type", .string("array")), Entry("items", .map(rendered(entry)))] + unique
        case .map(let value, names: nil):
            return [Entry("type", .string("object")), Entry("additionalProperties", .map(rendered(value)))]
        case .map(let value, names: let names?):
            return [
                Entry("type", .string("object")),
                Entry("patternProperties", .map([Entry(names, .map(rendered(value)))])),
                Entry("additionalProperties", .bool(false)),
            ]
        case .object(let object):
            if definitions.updateValue(definitions[object.name] ?? .null, forKey: object.name) == nil {
                waiting.append(object)
            }
            return [Entry("$ref", .string("#/definitions/\(object.name)"))]
        case .anyOf: return alternatives(schema.alternatives)
        }
    }

    /// Several possibilities; types without conditions are put together, since editors word that best.
    private mutating func alternatives(_ schemas: [ValueSchema]) -> [Entry] {
        let types = schemas.compactMap(\.typeName)
        let others = schemas.filter { $0.typeName == nil }.map { PlainValue.map(rendered($0)) }
        let simple = types.count == 1 ? PlainValue.string(types[0]) : .list(types.map { .string($0) })
        if others.isEmpty { return [Entry("type", simple)] }
        return [Entry("anyOf", .list((types.isEmpty ? [] : [.map([Entry("type", simple)])]) + others))]
    }

    private func bounds<Bound>(
        _ range: ClosedRange<Bound>,
        within all: ClosedRange<Bound>,
        _ value: (Bound) -> PlainValue
    ) -> [Entry] {
        (range.lowerBound == all.lowerBound ? [] : [Entry("minimum", value(range.lowerBound))])
            + (range.upperBound == all.upperBound ? [] : [Entry("maximum", value(range.upperBound))])
    }
}

extension PlainValue.Entry {
    fileprivate init(_ key: String, _ value: PlainValue) {
        self.init(key: key, value: value)
    }
}

extension ValueSchema {
    /// The name of the type where nothing more is asked for.
    fileprivate var typeName: String? {
        switch self {
        case .string: "string"
        case .bool: "boolean"
        case .null: "null"
        case .number(-.infinity ... .infinity): "number"
        case .integer(.min ... .max): "integer"
        default: nil
        }
    }

    /// The possibilities of one that is made of several.
    fileprivate var alternatives: [ValueSchema] {
        if case .anyOf(let schemas) = self { schemas.flatMap(\.alternatives) } else { [self] }
    }
}
