public import JSONReading

/// A mount that a container has (API 1.41, `MountPoint`); the engine gives them in random order.
public struct MountPoint: Equatable, Sendable {
    /// `bind`, `volume` or `tmpfs`.
    public var type = ""
    /// The volume's name; empty for other types.
    public var name = ""
    /// The path on the host.
    public var source = ""
    /// The path in the container.
    public var destination = ""
    /// The volume's driver; empty for other types.
    public var driver = ""
    /// The options of a short form, which say nothing about a long one.
    public var mode = ""
    /// Whether the container may write.
    public var isWritable = false
    /// How mounts spread between host and container.
    public var propagation = ""

    enum CodingKeys: String, CodingKey {
        case type = "Type"
        case name = "Name"
        case source = "Source"
        case destination = "Destination"
        case driver = "Driver"
        case mode = "Mode"
        case isWritable = "RW"
        case propagation = "Propagation"
    }
}

extension MountPoint: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        type = try members.orZero(.type)
        name = try members.orZero(.name)
        source = try members.orZero(.source)
        destination = try members.orZero(.destination)
        driver = try members.orZero(.driver)
        mode = try members.orZero(.mode)
        isWritable = try members.orZero(.isWritable)
        propagation = try members.orZero(.propagation)
    }
}
