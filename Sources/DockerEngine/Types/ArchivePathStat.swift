public import JSONReading

/// What stands at a path in a container (API 1.41, `ContainerArchiveInfo`, header `X-Docker-Container-Path-Stat`).
public struct ArchivePathStat: Equatable, Sendable {
    /// The last part of the path.
    public var name = ""
    /// Bytes.
    public var size: Int64 = 0
    /// Go's file mode: permissions in the lowest nine bits, the highest bit for a directory.
    public var mode: Int64 = 0
    /// When the content last changed.
    public var modified = EngineTime.never
    /// Where a symbolic link leads; empty for anything else.
    public var linkTarget = ""

    enum CodingKeys: String, CodingKey {
        case name
        case size
        case mode
        case modified = "mtime"
        case linkTarget
    }
}

extension ArchivePathStat: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        name = try members.orZero(.name)
        size = try members.orZero(.size)
        mode = try members.orZero(.mode)
        modified = try members.orZero(.modified)
        linkTarget = try members.orZero(.linkTarget)
    }
}
