package import ManifoldDiagnostics
package import ManifoldYAML
package import OrderedCollections

/// One entry of `services`.
package struct Service: Sendable {
    package let name: String
    /// Where the service's key stands.
    package let span: SourceSpan
    /// Whether the chosen profiles switch the service on.
    package var isActive = true

    /// Whether something is wrong with it that was reported, so that what is missing here may stand in the text.
    package var isDamaged = false
    /// Whether its image is made here.
    package var isBuilt: Bool { normal["build"] != nil }

    package var image: Sourced<String>?
    /// Words; an empty list is spelt out, nil is the image's.
    ///
    /// A string in the manifest is split as a shell would.
    package var command: Sourced<[String]>?
    package var entrypoint: Sourced<[String]>?
    /// From `env_file` and `environment`, the latter winning.
    ///
    /// A nil value is a variable that is named but nowhere set.
    package var environment: OrderedDictionary<String, Sourced<String?>> = [:]
    /// `environment` alone and `env_file`, for a service that has the latter: Compose's hash takes the two apart.
    var withoutEnvFiles: OrderedDictionary<String, Sourced<String?>> = [:]
    var envFiles: [FileReference] = []
    package var labels: OrderedDictionary<String, Sourced<String>> = [:]
    package var ports: [PublishedPort] = []
    package var volumes: [ServiceMount] = []
    /// By the network's name in the manifest; empty where the service names none, and the graph then takes `default`.
    package var networks: OrderedDictionary<String, ServiceNetwork> = [:]
    package var dependsOn: OrderedDictionary<String, Dependency> = [:]
    package var healthCheck: HealthCheck?
    package var restart: Sourced<String>?
    /// Instances, from `scale` or `deploy.replicas`; nil is one.
    package var replicas: Sourced<Int>?
    package var deployLimits = DeployLimits()
    /// Bytes.
    package var memoryLimit: Sourced<Int64>?
    /// Bytes; -1 is without limit.
    package var memorySwapLimit: Sourced<Int64>?
    /// Processors, such as 0.5.
    package var cpus: Sourced<Double>?
    package var pidsLimit: Sourced<Int64>?
    package var containerName: Sourced<String>?
    package var hostname: Sourced<String>?
    package var user: Sourced<String>?
    package var workingDirectory: Sourced<String>?
    package var usesInit: Sourced<Bool>?
    package var isReadOnly: Sourced<Bool>?
    package var capabilitiesAdded: [Sourced<String>] = []
    package var capabilitiesDropped: [Sourced<String>] = []
    package var stopSignal: Sourced<String>?
    /// Nanoseconds.
    package var stopGracePeriod: Sourced<Int64>?
    package var profiles: [Sourced<String>] = []
    package var configs: [ContentReference] = []
    package var secrets: [ContentReference] = []

    /// All that is set, in normal form: attributes that have no field of their own are only here.
    package var normal: Node

    package init(name: String, span: SourceSpan) {
        self.name = name
        self.span = span
        normal = .nothing(at: Origin(span))
    }
}

/// `deploy.resources.limits`.
package struct DeployLimits: Sendable {
    package var cpus: Sourced<Double>?
    /// Bytes.
    package var memory: Sourced<Int64>?
    package var pids: Sourced<Int64>?

    package init() {}
}
