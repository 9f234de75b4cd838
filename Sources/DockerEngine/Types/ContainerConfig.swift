public import JSONReading

/// What is fixed in a container and does not depend on the host (API 1.41, `ContainerConfig`).
///
/// In the answer to inspect, the image's settings are merged in; see each field. An image carries the same structure.
public struct ContainerConfig: Encodable, Equatable, Sendable, Omittable {
    /// The host name; the engine fills in the short id where none is sent.
    @OmitEmpty public var hostname = ""
    /// The domain name.
    @OmitEmpty public var domainname = ""
    /// User and group, as `user`, `uid`, `user:group`; empty takes the image's.
    @OmitEmpty public var user = ""
    /// Ports such as `80/tcp`, united with the image's; a port is published only if it stands here with the same spelling as
    /// in `HostConfig.portBindings`.
    @Wired<KeySet> public var exposedPorts: Set<String> = []
    /// Whether the process has a terminal.
    @OmitEmpty public var tty = false
    /// Whether standard input stays open.
    @OmitEmpty public var openStdin = false
    /// `NAME=value`, or `NAME` to take the image's variable away; the image's other variables follow in inspect.
    @OmitEmpty public var environment: [String] = []
    /// The command's words; empty takes the image's, unless `entrypoint` is set.
    @OmitEmpty public var command: [String] = []
    /// The health check; `nil` takes the image's.
    public var healthcheck: Healthcheck?
    /// The image as it was named in the create call; the engine never changes this spelling.
    @OmitEmpty public var image = ""
    /// Paths that get an anonymous volume, united with the image's.
    @Wired<KeySet> public var volumes: Set<String> = []
    /// The working directory, an absolute path; empty takes the image's.
    @OmitEmpty public var workingDirectory = ""
    /// The entry point's words; `nil` takes the image's and `[]` means none.
    public var entrypoint: [String]?
    /// Labels, united with the image's; an image's label cannot be taken away.
    @OmitEmpty public var labels: [String: String] = [:]
    /// The signal that stop sends, as a number, `TERM` or `SIGTERM`; empty takes the image's or SIGTERM.
    @OmitEmpty public var stopSignal = ""
    /// Seconds that stop waits before it kills; `nil` is ten.
    public var stopTimeout: Int?
    /// The hardware address on the first network; from API 1.44 the endpoint's own counts instead.
    @OmitEmpty public var macAddress = ""

    /// Makes a configuration in which nothing is set.
    public init() {}

    enum CodingKeys: String, CodingKey {
        case hostname = "Hostname"
        case domainname = "Domainname"
        case user = "User"
        case exposedPorts = "ExposedPorts"
        case tty = "Tty"
        case openStdin = "OpenStdin"
        case environment = "Env"
        case command = "Cmd"
        case healthcheck = "Healthcheck"
        case image = "Image"
        case volumes = "Volumes"
        case workingDirectory = "WorkingDir"
        case entrypoint = "Entrypoint"
        case labels = "Labels"
        case stopSignal = "StopSignal"
        case stopTimeout = "StopTimeout"
        case macAddress = "MacAddress"
    }
}

extension ContainerConfig: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        hostname = try members.orZero(.hostname)
        domainname = try members.orZero(.domainname)
        user = try members.orZero(.user)
        exposedPorts = try members.wired(.exposedPorts, as: KeySet.self)
        tty = try members.orZero(.tty)
        openStdin = try members.orZero(.openStdin)
        environment = try members.orZero(.environment)
        command = try members.orZero(.command)
        healthcheck = try members.optional(.healthcheck)
        image = try members.orZero(.image)
        volumes = try members.wired(.volumes, as: KeySet.self)
        workingDirectory = try members.orZero(.workingDirectory)
        entrypoint = try members.optional(.entrypoint)
        labels = try members.orZero(.labels)
        stopSignal = try members.orZero(.stopSignal)
        stopTimeout = try members.optional(.stopTimeout)
        macAddress = try members.orZero(.macAddress)
    }
}
