/// What a volume is made from (API 1.41, `VolumeConfig`).
public struct VolumeCreate: Encodable, Equatable, Sendable {
    /// The name; empty makes an anonymous volume.
    @OmitEmpty public var name = ""
    /// The driver; empty is `local`.
    @OmitEmpty public var driver = ""
    /// The driver's options.
    @OmitEmpty public var driverOptions: [String: String] = [:]
    /// Labels.
    @OmitEmpty public var labels: [String: String] = [:]

    /// Makes a request for a volume.
    public init(
        name: String,
        driver: String = "",
        driverOptions: [String: String] = [:],
        labels: [String: String] = [:]
    ) {
        self.name = name
        self.driver = driver
        self.driverOptions = driverOptions
        self.labels = labels
    }

    enum CodingKeys: String, CodingKey {
        case name = "Name"
        case driver = "Driver"
        case driverOptions = "DriverOpts"
        case labels = "Labels"
    }
}
