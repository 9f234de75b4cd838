/// How the engine tells whether a container is healthy; nil parts are the image's, or else the engine's defaults.
package struct HealthCheckSpec: Hashable, Sendable {
    /// `["NONE"]`, `["CMD", …]` or `["CMD-SHELL", command]`.
    package var test: [FreeText]?
    /// Nanoseconds, like all times here.
    package var interval: Int64?
    package var timeout: Int64?
    package var startPeriod: Int64?
    /// Between checks within the start period.
    package var startInterval: Int64?
    package var retries: Int64?

    package init() {}
}

/// One published port.
package struct PortBinding: Hashable, Sendable {
    package enum Transport: String, Hashable, Sendable {
        case tcp
        case udp
        case sctp
    }

    package let target: UInt16
    package let transport: Transport
    /// Empty for all addresses of the host.
    package let hostAddress: String
    /// A number, a range, or empty where the engine picks a free port at each start.
    package let hostPort: String

    package init(target: UInt16, transport: Transport, hostAddress: String, hostPort: String) {
        self.target = target
        self.transport = transport
        self.hostAddress = hostAddress
        self.hostPort = hostPort
    }
}

extension PortBinding: CustomStringConvertible {
    package var description: String {
        let address = hostAddress.contains(":") ? "[\(hostAddress)]" : hostAddress
        let host = address.isEmpty ? hostPort : "\(address):\(hostPort)"
        return (host.isEmpty ? "\(target)" : "\(host):\(target)") + "/\(transport.rawValue)"
    }
}

/// One file system in a container.
package struct MountSpec: Hashable, Sendable {
    package enum Source: Hashable, Sendable {
        /// A volume by its name in the engine.
        case volume(String)
        /// A volume without a name of its own, which lives and moves with the container's service.
        case anonymousVolume
        /// A path of the engine's host; `createsHostPath` is how the call is made, not what is mounted.
        case bind(path: String, createsHostPath: Bool)
        /// Memory; the size in bytes and the mode where they are set.
        case tmpfs(size: Int64?, mode: Int64?)
        /// Memory with options in the kernel's own words, as the service's key `tmpfs` has them: `size=64m`.
        case memory(options: [String])

        /// Whether it is memory in either form.
        package var isTmpfs: Bool {
            switch self {
            case .tmpfs, .memory: true
            case .volume, .anonymousVolume, .bind: false
            }
        }
    }

    /// How mounts below the source of a bind are treated, where it is not the engine's own way.
    package enum Recursion: String, Hashable, Sendable {
        /// They stay out.
        case disabled
        /// They come along and stay writable in a read-only mount.
        case writable
        /// They come along and have to be made read-only too.
        case readonly
    }

    package let source: Source
    package let isReadOnly: Bool
    /// Whether an empty volume is left without the image's content at that place.
    package let skipsCopy: Bool
    /// A bind's propagation where the manifest sets one.
    package let propagation: String?
    package var recursion: Recursion?
    /// The directory within a volume.
    package var subpath: String?

    package init(
        _ source: Source,
        isReadOnly: Bool = false,
        skipsCopy: Bool = false,
        propagation: String? = nil,
        recursion: Recursion? = nil,
        subpath: String? = nil
    ) {
        self.source = source
        self.isReadOnly = isReadOnly
        self.skipsCopy = skipsCopy
        self.propagation = propagation
        self.recursion = recursion
        self.subpath = subpath
    }
}

/// A file that manifold puts into a container: the content of a config or a secret.
package struct FileSpec: Hashable, Sendable {
    /// The config or secret that supplies the content.
    package let source: ResourceAddress
    package let content: FreeText
    package let userID: Int64
    package let groupID: Int64
    /// Permission bits.
    package let mode: Int64

    package init(source: ResourceAddress, content: FreeText, userID: Int64, groupID: Int64, mode: Int64) {
        self.source = source
        self.content = content
        self.userID = userID
        self.groupID = groupID
        self.mode = mode
    }
}

/// A container's place on one network.
package struct EndpointSpec: Hashable, Sendable {
    package var aliases: Set<String>
    package var ipv4Address: String?
    package var ipv6Address: String?
    package var linkLocalAddresses: Set<String> = []
    package var macAddress: String?
    /// Names that only this container sees: `container:alias`.
    package var links: Set<String> = []
    package var driverOptions: [String: FreeText] = [:]
    /// Which network gives the default route: the highest.
    package var gatewayPriority: Int64?

    package init(aliases: Set<String> = []) {
        self.aliases = aliases
    }
}

/// When the engine starts a container again by itself.
package enum RestartPolicy: Hashable, Sendable {
    case always
    case unlessStopped
    /// At most so many times; nil is without end.
    case onFailure(maximumRetries: Int64?)
}
