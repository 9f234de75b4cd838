public import JSONReading

/// What a registry has under a reference (API 1.41, `DistributionInspect`).
public struct DistributionInspect: Equatable, Sendable {
    /// Where the content is found.
    public struct Descriptor: Equatable, Sendable {
        /// The kind of manifest, or of a list of them.
        public var mediaType = ""
        /// `sha256:…`; the digest of the list where the tag names one for several platforms.
        public var digest: String
        /// Bytes of the manifest itself.
        public var size: Int64 = 0

        enum CodingKeys: String, CodingKey {
            case mediaType
            case digest
            case size
        }
    }

    /// What the reference means.
    public var descriptor: Descriptor

    enum CodingKeys: String, CodingKey {
        case descriptor = "Descriptor"
    }
}

extension DistributionInspect.Descriptor: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        mediaType = try members.orZero(.mediaType)
        digest = try members.required(.digest)
        size = try members.orZero(.size)
    }
}

extension DistributionInspect: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        descriptor = try members.required(.descriptor)
    }
}
