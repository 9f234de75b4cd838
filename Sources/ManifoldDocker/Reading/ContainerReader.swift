import DockerEngine
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// Turns the engine's report of one container into the form that the planner compares.
struct ContainerReader {
    let keyID: String?
    /// What the manifest wants at the container's address.
    let desired: Resource?
    /// Whether the engine's host accounts for swap.
    let seesSwapLimits: Bool

    func read(
        _ container: ContainerInspect,
        as owner: Ownership.Owner,
        image: ImageInspect?
    ) -> LiveContainer<FreeText> {
        let labels = container.config.labels
        var spec = ContainerSpec(container, expectedAliases: desiredSpec?.endpoints.mapValues(\.aliases) ?? [:])
        // Where the host does not account for swap, the engine drops the limit and nothing can be told of it.
        if !seesSwapLimits { spec.limits.memorySwap = desiredSpec?.limits.memorySwap }
        return LiveContainer(
            id: container.id,
            name: String(container.name.drop { $0 == "/" }),
            address: owner.address,
            state: ManifoldPlan.ContainerState(container.state),
            created: container.created.text,
            started: container.state.startedAt.isNever ? "" : container.state.startedAt.text,
            fields: FieldTable.container.fields(of: spec),
            imageDefaults: image.map(\.defaults),
            imageID: container.imageID,
            record: SpecRecord(labels: labels, keyID: keyID),
            maker: owner.maker,
            networkIDs: container.networkSettings.networks.mapValues(\.networkID).filter { !$0.value.isEmpty },
            anonymousVolumes: container.ownAnonymousVolumes,
            volumeNames: Set(container.mounts.filter { $0.type == "volume" }.map(\.name)),
            dependsOn: Self.dependencies(labels[LabelNames.composeDependsOn] ?? "")
        )
    }

    private var desiredSpec: ContainerSpec? {
        if case .container(let spec)? = desired?.spec { spec } else { nil }
    }

    /// The services in Compose's label: `api:service_healthy:false,cache:service_started:true`.
    private static func dependencies(_ label: String) -> Set<String> {
        Set(label.split(separator: ",").compactMap { $0.split(separator: ":").first.map { String($0) } })
    }
}

extension SpecRecord {
    /// The record in an object's labels; nil where there is none, or none that can be read.
    init?(labels: [String: String], keyID: String?) {
        guard let keyID, let label = labels[LabelNames.spec] else { return nil }
        self.init(label: label, keyID: keyID)
    }
}

extension ManifoldPlan.ContainerState {
    init(_ state: DockerEngine.ContainerState) {
        self.init(
            Status(rawValue: state.status.rawValue) ?? .dead,
            health: state.health.flatMap { Health(rawValue: $0.status.rawValue) },
            exitCode: state.exitCode,
            hasRun: !state.startedAt.isNever
        )
    }
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
