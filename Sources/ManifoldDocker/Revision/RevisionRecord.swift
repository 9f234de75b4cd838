import FoundationEssentials
package import JSONReading
package import ManifoldPlan
import ManifoldResources

/// What a system remembers of itself in the engine: the label of its highest revision volume, as JSON.
///
/// Losing it loses causes and the proof of what is in a container's files, never correctness.
package struct RevisionRecord: Encodable, Sendable {
    package static let currentVersion = 1

    package var version = RevisionRecord.currentVersion
    /// The random id of the system.
    package var systemID: String
    /// The system's key for digests.
    package var key: [UInt8]
    /// The repository or directory that the system is applied from.
    package var source: String?
    /// Addresses that the last apply meant to be there.
    package var members: [String] = []
    package var isFinished = true
    /// Fields changed in place since creation, by container id; a null is a cleared value, and a digest that is empty
    /// stands for a content that may be the old one or the new one.
    package var inPlace: [String: [String: RecordedValue?]] = [:]
    /// Containers that came to their own good end.
    package var completed: [String] = []
    /// Jobs that came to their good end, by address.
    package var jobs: [String: JobRun] = [:]
    /// Containers that Compose made and that were taken over as they are.
    package var adopted: [String] = []
    /// Ids of the networks remade by hand that the apply is to replace.
    package var remadeNetworks: [String] = []
    /// When volumes were made, in seconds since 1970, by address: a later one of the name is another volume.
    package var volumes: [String: Int64] = [:]
    /// When images that are to be looked at anew from time to time were pulled last, in seconds since 1970.
    package var pulled: [String: Int64] = [:]
    package var holder: LockHolder?
    /// Tells one creation of a revision volume from every other: the engine returns an existing volume as if it were new.
    package var nonce: String

    /// The first record of a system.
    package init() {
        systemID = Base64URL.encode(Self.random(9))
        key = Self.newKey()
        nonce = Base64URL.encode(Self.random(9))
    }

    /// A record that follows this one, with another nonce.
    package func successor(holder: LockHolder?) -> RevisionRecord {
        var record = self
        record.holder = holder
        record.nonce = Base64URL.encode(Self.random(9))
        return record
    }

    /// Notes the value that a field of a container gets in place; nil clears it.
    mutating func note(_ value: FieldValue<SealedText>?, of field: FieldName, on container: String) {
        inPlace[container, default: [:]].updateValue(value.map { RecordedValue($0) }, forKey: field.description)
    }

    package static func newKey() -> [UInt8] {
        random(Sealer.keyLength)
    }

    private static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// What planning needs to know of it.
    package var facts: RevisionFacts {
        RevisionFacts(
            members: Set(members.compactMap { ResourceAddress($0) }),
            isFinished: isFinished,
            inPlace: inPlace.mapValues { fields in
                Dictionary(uniqueKeysWithValues: fields.map { (FieldName($0), $1?.value) })
            },
            completed: Set(completed),
            jobs: Dictionary(
                uniqueKeysWithValues: jobs.compactMap { key, run in ResourceAddress(key).map { ($0, run) } }
            ),
            adopted: Set(adopted),
            remadeNetworks: Set(remadeNetworks),
            volumes: Dictionary(
                uniqueKeysWithValues: volumes.compactMap { key, time in ResourceAddress(key).map { ($0, time) } }
            ),
            source: source
        )
    }

    enum CodingKeys: String, CodingKey {
        case version = "v"
        case systemID = "id"
        case key
        case source
        case members
        case isFinished = "finished"
        case inPlace
        case completed
        case jobs
        case adopted
        case remadeNetworks
        case volumes
        case pulled
        case holder
        case nonce
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encode(systemID, forKey: .systemID)
        try container.encode(Base64URL.encode(key), forKey: .key)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encode(members, forKey: .members)
        try container.encode(isFinished, forKey: .isFinished)
        try container.encode(inPlace, forKey: .inPlace)
        try container.encode(completed, forKey: .completed)
        if !jobs.isEmpty { try container.encode(jobs, forKey: .jobs) }
        if !adopted.isEmpty { try container.encode(adopted, forKey: .adopted) }
        if !remadeNetworks.isEmpty { try container.encode(remadeNetworks, forKey: .remadeNetworks) }
        if !volumes.isEmpty { try container.encode(volumes, forKey: .volumes) }
        if !pulled.isEmpty { try container.encode(pulled, forKey: .pulled) }
        try container.encodeIfPresent(holder, forKey: .holder)
        try container.encode(nonce, forKey: .nonce)
    }

    /// The label's text.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("strings, arrays and objects can always be written as JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// Reads a label; nil where it is damaged or of a version that this one does not know.
    init?(text: String) {
        guard let record = try? RevisionRecord(json: JSONReader(Array(text.utf8))) else { return nil }
        self = record
    }
}

extension RevisionRecord: JSONReadable {
    package init(json: JSONReader) throws(JSONError) {
        var record = try json.object(CodingKeys.self)
        version = try record.required(.version)
        guard version == Self.currentVersion else { throw json.invalid }
        systemID = try record.required(.systemID)
        guard let key = Base64URL.decode(try record.required(.key)) else { throw json.invalid }
        self.key = key
        source = try record.optional(.source)
        members = try record.required(.members)
        isFinished = try record.required(.isFinished)
        inPlace = try record.required(.inPlace)
        completed = try record.required(.completed)
        // Records of earlier versions have none of these.
        jobs = try record.optional(.jobs) ?? [:]
        adopted = try record.optional(.adopted) ?? []
        remadeNetworks = try record.optional(.remadeNetworks) ?? []
        volumes = try record.optional(.volumes) ?? [:]
        pulled = try record.optional(.pulled) ?? [:]
        holder = try record.optional(.holder)
        nonce = try record.required(.nonce)
    }
}
