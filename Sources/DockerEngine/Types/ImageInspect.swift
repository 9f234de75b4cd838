public import JSONReading

/// All that the engine says of one image that matters to containers (API 1.41, `Image`).
public struct ImageInspect: Equatable, Sendable {
    /// The id.
    public var id: String
    /// The references that mean this image now.
    public var repoTags: [String] = []
    /// `name@digest` for each registry it came from or went to; one registry can have several.
    public var repoDigests: [String] = []
    /// What containers made from it inherit.
    public var config = ContainerConfig()
    /// The architecture, such as `amd64`.
    public var architecture = ""
    /// The architecture's variant, such as `v8`.
    public var variant = ""
    /// The system, such as `linux`.
    public var os = ""
    /// When it was made.
    public var created = EngineTime()
    /// Bytes.
    public var size: Int64 = 0
    /// What the engine knows of it beside what it is.
    public var metadata = Metadata()

    /// What an engine notes of an image.
    public struct Metadata: Omittable, Sendable {
        /// When a reference was given to it last, by a build or by hand; a pull does not count (20.10).
        public var lastTagged = EngineTime()

        /// Nothing is noted.
        public init() {}

        enum CodingKeys: String, CodingKey {
            case lastTagged = "LastTagTime"
        }
    }

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case repoTags = "RepoTags"
        case repoDigests = "RepoDigests"
        case config = "Config"
        case architecture = "Architecture"
        case variant = "Variant"
        case os = "Os"
        case created = "Created"
        case size = "Size"
        case metadata = "Metadata"
    }
}

extension ImageInspect.Metadata: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        lastTagged = try members.orZero(.lastTagged)
    }
}

extension ImageInspect: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        id = try members.required(.id)
        repoTags = try members.orZero(.repoTags)
        repoDigests = try members.orZero(.repoDigests)
        config = try members.orZero(.config)
        architecture = try members.orZero(.architecture)
        variant = try members.orZero(.variant)
        os = try members.orZero(.os)
        created = try members.orZero(.created)
        size = try members.orZero(.size)
        metadata = try members.orZero(.metadata)
    }
}
