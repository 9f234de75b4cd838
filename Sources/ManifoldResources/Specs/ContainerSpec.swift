/// What a container is made from, in canonical form: bytes, nanoseconds, expanded ports, neutral values absent.
///
/// The same type describes what a manifest wants, what the engine reports and what an image supplies by itself.
package struct ContainerSpec: Hashable, Sendable {
    package var name: String?
    /// The image reference in normal form: `docker.io/library/nginx:latest`.
    package var image: String?
    package var command: [FreeText]?
    /// Empty means "none", which hides the image's; nil means the image's.
    package var entrypoint: [FreeText]?
    /// A variable without a value (nil) hides the image's variable of that name.
    package var environment: [String: FreeText?] = [:]
    package var labels: [String: FreeText] = [:]
    package var hostname: String?
    package var domainName: String?
    package var user: String?
    package var workingDirectory: String?
    package var hasTerminal = false
    package var keepsInputOpen = false
    package var usesInit: Bool?
    package var isReadOnly = false
    package var capabilitiesAdded: Set<String> = []
    package var capabilitiesDropped: Set<String> = []
    package var security = SecuritySpec()
    package var devices = DeviceSpec()
    package var kernel = KernelSpec()
    package var runtime = RuntimeSpec()
    package var resolver = ResolverSpec()
    package var sharing = SharingSpec()
    package var stopSignal: String?
    /// Nanoseconds; the engine rounds to whole seconds.
    package var stopGracePeriod: Int64?
    package var healthCheck = HealthCheckSpec()
    package var ports: Set<PortBinding> = []
    /// By the absolute path in the container.
    package var mounts: [String: MountSpec] = [:]
    /// Files that manifold writes into the container: configs and secrets, by the absolute path in the container.
    package var files: [String: FileSpec] = [:]
    /// By the network's name in the engine.
    package var endpoints: [String: EndpointSpec] = [:]
    /// The networks in the order in which they are joined; those that are not named follow by name.
    package var networkOrder: [String] = []
    package var restart: RestartPolicy?
    package var limits = ResourceLimits()

    package init() {}

    /// All networks by their names in the engine; the container is made on the first.
    package var networks: [String] {
        networkOrder.filter { endpoints[$0] != nil } + endpoints.keys.filter { !networkOrder.contains($0) }.sorted()
    }
}
