/// What a container's processes may do and what they run as, beyond the ordinary.
package struct SecuritySpec: Hashable, Sendable {
    package var isPrivileged = false
    /// In one spelling: `no-new-privileges`, `seccomp=unconfined`, `systempaths=unconfined`.
    package var options: Set<String> = []
    /// Further groups, by name or number.
    package var groups: Set<String> = []

    package init() {}
}

/// Devices of the host that a container gets.
package struct DeviceSpec: Hashable, Sendable {
    package struct Mapping: Hashable, Sendable {
        package let source: String
        /// Some of `rwm`.
        package let permissions: String

        package init(source: String, permissions: String = "rwm") {
            self.source = source
            self.permissions = permissions
        }
    }

    /// Something like a graphics card that a driver hands out.
    package struct Request: Hashable, Sendable {
        package var driver: String?
        /// How many; -1 is all, 0 where `ids` names them.
        package var count: Int64
        package var ids: Set<String> = []
        package var capabilities: Set<String> = []
        package var options: [String: FreeText] = [:]

        package init(count: Int64) {
            self.count = count
        }
    }

    /// By the path in the container.
    package var mappings: [String: Mapping] = [:]
    /// Rules such as `c 13:* rwm`.
    package var rules: Set<String> = []
    package var requests: [Request] = []

    package init() {}
}

/// Settings of the kernel that hold for a container's processes.
package struct KernelSpec: Hashable, Sendable {
    package struct Ulimit: Hashable, Sendable {
        package let soft: Int64
        package let hard: Int64

        package init(soft: Int64, hard: Int64) {
            self.soft = soft
            self.hard = hard
        }
    }

    package var sysctls: [String: String] = [:]
    /// By name: `nofile`.
    package var ulimits: [String: Ulimit] = [:]
    /// From -1000 to 1000; nil is 0.
    package var oomScore: Int64?
    package var isSparedFromOOM = false

    package init() {}
}

/// How a container is run and where its data and its output go.
package struct RuntimeSpec: Hashable, Sendable {
    package var name: String?
    package var cgroupParent: String?
    /// Bytes of `/dev/shm`.
    package var sharedMemory: Int64?
    package var storageOptions: [String: FreeText] = [:]
    package var annotations: [String: FreeText] = [:]
    package var logDriver: String?
    package var logOptions: [String: FreeText] = [:]
    /// The image's platform, such as `linux/arm64`; the engine does not tell it of a container.
    package var platform: String?

    package init() {}
}

/// How a container looks up names.
package struct ResolverSpec: Hashable, Sendable {
    /// Lines of its hosts file, `name:address`.
    package var hosts: Set<String> = []
    /// Addresses of name servers, the first asked first.
    package var servers: [String] = []
    package var options: [String] = []
    package var searchDomains: [String] = []

    package init() {}
}
