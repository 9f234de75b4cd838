public import JSONReading

/// A volume, alike in list, inspect and create answers (API 1.41, `Volume`).
public struct Volume: Equatable, Sendable {
    /// The name, which is its identity.
    public var name: String
    /// The driver.
    public var driver = ""
    /// The path on the host.
    public var mountpoint = ""
    /// When it was made; engine 20.10 changes it when a file is made at the top of the volume.
    public var createdAt = EngineTime()
    /// Labels.
    public var labels: [String: String] = [:]
    /// The driver's options.
    public var options: [String: String] = [:]
    /// `local` or `global`.
    public var scope = ""

    enum CodingKeys: String, CodingKey {
        case name = "Name"
        case driver = "Driver"
        case mountpoint = "Mountpoint"
        case createdAt = "CreatedAt"
        case labels = "Labels"
        case options = "Options"
        case scope = "Scope"
    }
}

extension Volume: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        name = try members.required(.name)
        driver = try members.orZero(.driver)
        mountpoint = try members.orZero(.mountpoint)
        createdAt = try members.orZero(.createdAt)
        labels = try members.orZero(.labels)
        options = try members.orZero(.options)
        scope = try members.orZero(.scope)
    }
}
