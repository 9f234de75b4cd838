import DockerEngine
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// Turns the engine's report of one container into the form that the planner compares.
struct ContainerReader {
    let keyID: String?
    /// What the manifest wants at the container's address.
    let desired: Resource?
    /// What the container's image supplies; nil where the image is gone.
    let imageDefaults: OpenFields?
    /// What was changed in place since the container was made.
    var inPlace: [FieldName: FieldValue<SealedText>?] = [:]
    /// Whether the engine's host accounts for swap.
    let seesSwapLimits: Bool

    func read(_ container: ContainerInspect, as owner: Ownership.Owner) -> LiveContainer<FreeText> {
        let labels = container.config.labels
        let record = SpecRecord(labels: labels, keyID: keyID)
        let applied = record?.overlaid(with: inPlace)
        let aliases = desiredSpec?.endpoints.mapValues(\.aliases) ?? applied?.aliases ?? [:]
        var spec = ContainerSpec(container, expectedAliases: aliases)
        // Compose writes a container's own name among its aliases, where it stays when somebody renames the container.
        if let name = desiredSpec?.name {
            for network in spec.endpoints.keys { spec.endpoints[network]?.aliases.remove(name) }
        }
        // Where the host does not account for swap, the engine drops the limit and nothing can be told of it.
        if !seesSwapLimits {
            spec.limits.memorySwap = desired == nil ? applied?.swapLimit : desiredSpec?.limits.memorySwap
        }
        return LiveContainer(
            id: container.id,
            name: String(container.name.drop { $0 == "/" }),
            address: owner.address,
            state: ManifoldPlan.ContainerState(container.state),
            created: container.created.text,
            started: container.state.startedAt.isNever ? "" : container.state.startedAt.text,
            fields: FieldTable.container.fields(of: spec),
            imageDefaults: imageDefaults,
            imageID: container.imageID,
            record: record,
            maker: owner.maker,
            networkIDs: container.networkSettings.networks.mapValues(\.networkID).filter { !$0.value.isEmpty },
            firstNetwork: container.hostConfig.firstNetwork,
            anonymousVolumes: container.ownAnonymousVolumes,
            volumeNames: Set(container.mounts.filter { $0.type == "volume" }.map(\.name)),
            dependsOn: Self.dependencies(labels[LabelNames.composeDependsOn] ?? ""),
            awaitsCompletion: Self.dependencies(
                labels[LabelNames.composeDependsOn] ?? "",
                in: "service_completed_successfully"
            )
        )
    }

    private var desiredSpec: ContainerSpec? {
        if case .container(let spec)? = desired?.spec { spec } else { nil }
    }

    /// The services in Compose's label: `api:service_healthy:false,cache:service_started:true`.
    private static func dependencies(_ label: String, in condition: String? = nil) -> Set<String> {
        let all = label.split(separator: ",").map { $0.split(separator: ":").map { String($0) } }
        return Set(all.filter { condition == nil || $0.dropFirst().first == condition }.compactMap(\.first))
    }
}

extension SpecRecord {
    /// The record in an object's labels; nil where there is none, or none that can be read.
    init?(labels: [String: String], keyID: String?) {
        guard let keyID, let label = labels[LabelNames.spec] else { return nil }
        self.init(label: label, keyID: keyID)
    }
}

extension SpecRecord {
    /// The aliases that a container was given, by network.
    fileprivate var aliases: [String: Set<String>] {
        guard case .map(let endpoints)? = fields["networks"] else { return [:] }
        return endpoints.mapValues { endpoint in
            var names = endpoint
            if case .map(let parts) = endpoint, let aliases = parts["aliases"] { names = aliases }
            guard case .set(let words) = names else { return [] }
            return Set(words.compactMap { if case .word(let word) = $0 { word } else { nil } })
        }
    }

    /// The swap limit that a container was given, as the engine counts it.
    fileprivate var swapLimit: Int64? {
        switch fields["memswap_limit"] {
        case .bytes(let bytes)?: bytes
        case .word?: -1
        default: nil
        }
    }
}

extension ManifoldPlan.ContainerState {
    init(_ state: DockerEngine.ContainerState) {
        self.init(
            Status(rawValue: state.status.rawValue) ?? .dead,
            health: state.health.flatMap { $0.isUndecided ? .starting : Health(rawValue: $0.status.rawValue) },
            exitCode: state.exitCode,
            hasRun: !state.startedAt.isNever
        )
    }
}

extension HostConfig {
    /// The network that a container was made on; nil for the engine's own, and where it has none or another's.
    fileprivate var firstNetwork: String? {
        let others: Set<String> = ["", "default", "bridge", "host", "none"]
        return others.contains(networkMode) || networkMode.hasPrefix("container:") ? nil : networkMode
    }
}

extension DockerEngine.Health {
    /// Whether no check has told yet: stopping and pausing set it to unhealthy without one, and the next decides.
    var isUndecided: Bool { status == .unhealthy && failingStreak == 0 }
}

extension MountPoint {
    /// A volume that has no name but its id.
    var isAnonymousVolume: Bool {
        type == "volume" && name.utf8.count == 64
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}

extension ContainerInspect {
    /// Names of volumes without a name of their own, by the path in the container.
    var anonymousVolumes: [String: String] {
        Dictionary(
            mounts.filter(\.isAnonymousVolume).map { ($0.destination, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The same without those that it only has because others have them.
    var ownAnonymousVolumes: [String: String] {
        guard !hostConfig.volumesFrom.isEmpty else { return anonymousVolumes }
        let paths = config.volumes.union(hostConfig.mounts.map(\.target)).map { AbsolutePath.clean($0) ?? $0 }
        return anonymousVolumes.filter { paths.contains($0.key) }
    }
}
