/// What a registry has under a reference (API 1.41, `DistributionInspect`).
public struct DistributionInspect: Decodable, Equatable, Sendable {
    /// Where the content is found.
    public struct Descriptor: Decodable, Equatable, Sendable {
        /// The kind of manifest, or of a list of them.
        @OmitEmpty public var mediaType = ""
        /// `sha256:…`; the digest of the list where the tag names one for several platforms.
        public var digest: String
        /// Bytes of the manifest itself.
        @OmitEmpty public var size: Int64 = 0
    }

    /// What the reference means.
    public var descriptor: Descriptor

    enum CodingKeys: String, CodingKey {
        case descriptor = "Descriptor"
    }
}
