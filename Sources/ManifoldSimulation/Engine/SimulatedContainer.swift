import ManifoldPlan
import ManifoldResources

/// A container of the simulated engine.
struct SimulatedContainer {
    /// A place on a network; the network's id is known from the first start on, as on a real engine.
    struct Endpoint {
        var spec: EndpointSpec
        var networkID: String?
    }

    let id: String
    let created: String
    var name: String
    /// Nil for one that is not ours.
    let owner: ResourceAddress?
    let maker: ContainerMaker
    let image: SimulatedImage
    /// What it was created with laid over its image, without the name and the endpoints, which have a life of their own.
    var fields: OpenFields
    let record: SpecRecord?
    let dependsOn: Set<String>
    let ports: Set<PortBinding>
    let volumeNames: Set<String>
    /// The name of the network that it was made on.
    let firstNetwork: String?
    /// Volumes without a name of their own, by path.
    var anonymousVolumes: [String: String] = [:]
    var endpoints: [String: Endpoint] = [:]
    /// Ids of the containers that it shares something with, by what the manifest calls them.
    var holders: [String: String] = [:]
    /// When it was last started, counted like ids; empty where it never was.
    var started = ""
    var status = ContainerState.Status.created
    var exitCode = 0
    var hasRun = false
    var restartCount = 0
    /// The contents of configs and secrets that were written into it, by path.
    var files: [String: FreeText] = [:]
    /// Those that its process has read, when it began or was sent a signal.
    var readFiles: [String: FreeText] = [:]

    init(
        id: String,
        created: String,
        name: String,
        owner: ResourceAddress?,
        maker: ContainerMaker,
        image: SimulatedImage,
        spec: ContainerSpec,
        record: SpecRecord?,
        dependsOn: Set<String>
    ) {
        var own = FieldTable.container.fields(of: spec)
        // No engine tells what was written into a container.
        for name: FieldName in ["container_name", "networks", "files", "platform"] { own[name] = nil }
        self.id = id
        self.created = created
        self.name = name
        self.owner = owner
        self.maker = maker
        self.image = image
        self.fields = image.overlaid(with: own)
        self.record = record
        self.dependsOn = dependsOn
        ports = spec.ports
        volumeNames = spec.volumeNames
        firstNetwork = spec.networks.first
    }

    /// Whether it has a process, so that it holds ports and networks.
    var isUp: Bool {
        switch status {
        case .running, .paused, .restarting: true
        case .created, .exited, .removing, .dead: false
        }
    }

    /// Whether the engine checks its health.
    var isChecked: Bool {
        guard case .map(let check)? = fields["healthcheck"], case .list(let test)? = check["test"] else { return false }
        return test.first != .text(FreeText("NONE", isShowable: true))
    }

    /// Where it has volumes without a name of their own, its image's included.
    var anonymousPaths: [String] {
        guard case .map(let mounts)? = fields["volumes"] else { return [] }
        return mounts.filter { $0.value == .list([.word("anonymous volume")]) }.keys.sorted()
    }

    /// All fields as an inspection shows them.
    var reported: OpenFields {
        var reported = fields
        reported["container_name"] = .word(name)
        var spec = ContainerSpec()
        spec.endpoints = endpoints.mapValues(\.spec)
        reported["networks"] = FieldTable.container.fields(of: spec)["networks"]
        for name: FieldName in ["network_mode", "ipc", "pid"] {
            if case .word(let word)? = reported[name], let id = holders[word] {
                reported[name] = .word("container:\(id)")
            }
        }
        if case .map(let entries)? = reported["volumes_from"] {
            let byID = entries.map { ("container:\(holders[$0] ?? $0)", $1) }
            reported["volumes_from"] = .map(Dictionary(uniqueKeysWithValues: byID))
        }
        return reported
    }
}

extension ContainerSpec {
    /// Engine names of the volumes that it mounts.
    var volumeNames: Set<String> {
        Set(mounts.values.compactMap { if case .volume(let name) = $0.source { name } else { nil } })
    }
}
