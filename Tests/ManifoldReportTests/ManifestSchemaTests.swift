import FoundationEssentials
import ManifoldManifest
import ManifoldReport
import ManifoldTestSupport
import ManifoldYAML
import Testing

@Suite("The schema of manifests")
struct ManifestSchemaTests {
    private static let schema = {
        var schema = ManifestSchema()
        return schema.render()
    }()

    @Test("the file in the repository is what the tables give")
    func committedFile() {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let file = GoldenFile(root.appending(path: "schema/manifest.schema.json"))
        let difference = file.difference(from: JSONWriter.write(Self.schema, pretty: true) + "\n")
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test("an editor can say what every key is for")
    func descriptions() {
        for (object, properties) in Self.objects {
            for property in properties {
                #expect(property.value["description"] != nil, "`\(property.key)` of `\(object)` has no description")
            }
        }
    }

    @Test("a service has all of its keys")
    func serviceKeys() {
        let keys = Self.objects["service"]?.map(\.key) ?? []
        #expect(keys.count > 90)
        for key in ["image", "extends", "pre_stop"] { #expect(keys.contains(key)) }
    }

    @Test("what a key does not do on an engine stands in its description")
    func uses() {
        let deployment = PlainValue.map(Self.objects["deployment"] ?? [])
        #expect(
            deployment["placement"]?["description"]?.text?.hasSuffix("Has no effect: only a swarm reads it.") == true
        )
    }

    @Test("two objects of the same name are the same object")
    func names() {
        var seen: [String: String] = [:]
        var waiting = [ValueSchema.manifest]
        while let object = waiting.popLast() {
            let properties = object.properties()
            let text = "\(object.required) \(properties.map { "\($0.key) \(Self.text(of: $0.value))" })"
            if let known = seen.updateValue(text, forKey: object.name) {
                #expect(known == text, "there are two different objects called `\(object.name)`")
            } else {
                waiting += properties.flatMap { Self.objects(in: $0.value) }
            }
        }
        #expect(seen.count > 40)
    }

    // MARK: Looking into schemas

    /// The properties of the manifest and of each definition.
    private static let objects: [String: [PlainValue.Entry]] = {
        var objects: [String: [PlainValue.Entry]] = ["manifest": schema["properties"]?.entries ?? []]
        for definition in schema["definitions"]?.entries ?? [] {
            objects[definition.key] = definition.value["properties"]?.entries ?? []
        }
        return objects
    }()

    private static func objects(in schema: ValueSchema) -> [ValueSchema.ObjectSchema] {
        switch schema {
        case .object(let object): [object]
        case .list(let value, _), .map(let value, _): objects(in: value)
        case .anyOf(let schemas): schemas.flatMap(objects)
        default: []
        }
    }

    /// A schema as text, with objects by their names.
    private static func text(of schema: ValueSchema) -> String {
        switch schema {
        case .object(let object): "object \(object.name)"
        case .list(let value, let isUnique): "list \(isUnique) \(text(of: value))"
        case .map(let value, let names): "map \(names ?? "") \(text(of: value))"
        case .anyOf(let schemas): "any \(schemas.map(text))"
        default: "\(schema)"
        }
    }
}

extension PlainValue {
    fileprivate var entries: [PlainValue.Entry] {
        if case .map(let entries) = self { entries } else { [] }
    }

    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    fileprivate subscript(key: String) -> PlainValue? {
        entries.first { $0.key == key }?.value
    }
}
