package import ManifoldDiagnostics
import ManifoldYAML

/// One entry of a service's `ports`, a range already expanded to single targets.
package struct PublishedPort: Sendable {
    package var target: UInt16
    /// A number or a range; nil where the engine picks a port.
    package var published: String?
    package var hostAddress: String?
    /// `tcp`, `udp` or `sctp`.
    package var transport = "tcp"
    /// `ingress` or `host`; the same thing on a single engine.
    package var mode = "ingress"
    package var name: String?
    package var appProtocol: String?
    /// The mapping that spells it, for the places of its values; nil in the short syntax.
    var written: Node?
    package var origin: Origin

    package init(target: UInt16, origin: Origin) {
        self.target = target
        self.origin = origin
    }
}

/// One entry of a service's `volumes`.
package struct ServiceMount: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case volume
        case bind
        case tmpfs
        case image
        case npipe
        case cluster
    }

    package var kind: Kind
    /// A volume's name in the manifest, or a host path made absolute; nil for tmpfs and anonymous volumes.
    package var source: String?
    package var target: String
    package var isReadOnly = false
    package var consistency: String?
    package var propagation: String?
    package var selinux: String?
    /// Whether the short syntax, or `bind.create_host_path`, lets the engine make a missing host directory.
    package var createsHostPath: Bool?
    /// How submounts of a bind mount are treated: `enabled`, `disabled`, `writable`, `readonly`.
    package var recursion: String?
    package var skipsCopy: Bool?
    /// The directory within the volume or the image.
    package var subpath: String?
    /// The parts that are spelt out, empty or not.
    var parts: Set<Kind> = []
    /// Bytes.
    package var tmpfsSize: Int64?
    /// Permission bits.
    package var tmpfsMode: Int64?
    /// The mapping that spells it, for the places of its values; nil in the short syntax.
    var written: Node?
    package var origin: Origin

    package init(_ kind: Kind, source: String?, target: String, origin: Origin) {
        self.kind = kind
        self.source = source
        self.target = target
        self.origin = origin
    }
}

/// A service's place on one network.
package struct ServiceNetwork: Sendable {
    package var aliases: [Sourced<String>] = []
    package var origin: Origin

    package init(origin: Origin) {
        self.origin = origin
    }
}

/// One entry of `depends_on`.
package struct Dependency: Sendable {
    package enum Condition: String, CaseIterable, Sendable {
        case started = "service_started"
        case healthy = "service_healthy"
        case completed = "service_completed_successfully"
    }

    package var condition: Condition
    /// Whether the dependant is restarted when manifold restarts or replaces what it depends on.
    package var restart = false
    package var isRequired = true
    /// The mapping that spells it, for the places of its values; nil in the short syntax.
    var written: Node?
    package var origin: Origin

    package init(_ condition: Condition, origin: Origin) {
        self.condition = condition
        self.origin = origin
    }
}

/// A service's `healthcheck`.
package struct HealthCheck: Sendable {
    /// `["NONE"]`, `["CMD", …]` or `["CMD-SHELL", command]`; a string in the manifest is the last form.
    package var test: Sourced<[String]>?
    /// Nanoseconds, like all times here.
    package var interval: Sourced<Int64>?
    package var timeout: Sourced<Int64>?
    package var startPeriod: Sourced<Int64>?
    package var retries: Sourced<Int64>?
    package var isDisabled: Sourced<Bool>?
    package var origin: Origin

    package init(origin: Origin) {
        self.origin = origin
    }
}

/// One entry of a service's `configs` or `secrets`.
package struct ContentReference: Sendable {
    /// The name of the top-level config or secret.
    package var source: String
    package var target: String?
    package var userID: String?
    package var groupID: String?
    /// Permission bits.
    package var mode: Int64?
    /// What is done when the content changes; nil where nothing is said.
    package var onChange: Reaction?
    /// The mapping that spells it, for the places of its values; nil in the short syntax.
    var written: Node?
    package var origin: Origin

    package init(source: String, origin: Origin) {
        self.source = source
        self.origin = origin
    }

    /// What `x-on-change` says.
    package enum Reaction: Sendable {
        case recreate
        case restart
        /// The signal as it is written.
        case signal(Sourced<String>)
        case ignore
    }
}
