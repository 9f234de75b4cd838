import ManifoldResources
import FoundationEssentials
import JSONReading

extension SpecRecord {
    /// What the label may take: labels travel in every event of the engine and every metric about the object.
    package static let byteBudget = 2048

    /// Reads the label's text; nil where it is of a kind that this version does not know, or made under another key.
    package init?(label: String, keyID: String) {
        guard let form = try? LabelForm(json: JSONReader(Array(label.utf8))), form.version == 1,
            form.keyID == keyID
        else { return nil }
        self.init(
            Dictionary(uniqueKeysWithValues: form.fields.map { (FieldName($0), $1.value) }),
            truncated: Set(form.truncated.keys.map { FieldName($0) }),
            digests: Dictionary(uniqueKeysWithValues: form.truncated.map { (FieldName($0), $1) }.filter { $1 != "" })
        )
    }

    /// The label's text; where it would be too long, the largest fields are only named.
    package func label(keyID: String) -> String {
        var form = LabelForm(
            version: 1,
            keyID: keyID,
            fields: Dictionary(uniqueKeysWithValues: fields.map { ($0.description, RecordedValue($1)) }),
            truncated: Dictionary(uniqueKeysWithValues: truncated.map { ($0.description, digests[$0] ?? "") })
        )
        var text = form.text
        guard text.utf8.count > Self.byteBudget else { return text }
        let largestFirst = form.fields
            .map { (name: $0, size: $1.json.utf8.count) }
            .sorted { ($1.size, $0.name) < ($0.size, $1.name) }
        for (name, _) in largestFirst where text.utf8.count > Self.byteBudget {
            form.truncated[name] = form.fields.removeValue(forKey: name)?.digest
            text = form.text
        }
        return text
    }
}

/// The JSON of the label: short keys, because the budget is small.
private struct LabelForm: Encodable {
    var version: Int
    var keyID: String
    var fields: [String: RecordedValue]
    /// Digests of fields that did not fit, by name.
    var truncated: [String: String]

    enum CodingKeys: String, CodingKey {
        case version = "v"
        case keyID = "k"
        case fields = "f"
        case truncated = "x"
    }

    init(version: Int, keyID: String, fields: [String: RecordedValue], truncated: [String: String]) {
        self.version = version
        self.keyID = keyID
        self.fields = fields
        self.truncated = truncated
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encode(keyID, forKey: .keyID)
        try container.encode(fields, forKey: .fields)
        if !truncated.isEmpty { try container.encode(truncated, forKey: .truncated) }
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("strings, arrays and objects can always be written as JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

extension LabelForm: JSONReadable {
    init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        fields = try members.required(.fields)
        keyID = try members.required(.keyID)
        version = try members.required(.version)
        truncated = try members.optional(.truncated) ?? [:]
    }
}
