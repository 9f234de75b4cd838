import ManifoldExecution
import ManifoldPlan
import ManifoldResources

extension SimulatedState {
    /// Makes a container on its first network; `carried` are volumes without a name of their own, by path.
    mutating func createContainer(
        _ name: String,
        owner: ResourceAddress?,
        spec: ContainerSpec,
        carrying carried: [String: String] = [:],
        sharing holders: [NamespaceMode: String] = [:],
        maker: ContainerMaker = .manifold
    ) throws(OperationFailure) -> String {
        guard container(named: name) == nil else {
            throw OperationFailure("Conflict. The container name \"/\(name)\" is already in use")
        }
        guard let image = spec.image.flatMap({ images[$0] }) else {
            throw OperationFailure("No such image: \(spec.image ?? "")")
        }
        if let missing = spec.volumeNames.sorted().first(where: { volumes[$0] == nil }) {
            throw OperationFailure("get \(missing): no such volume")
        }
        for path in spec.neededHostPaths where script.missingHostPaths.contains(path) {
            throw OperationFailure("invalid mount config for type \"bind\": bind source path does not exist: \(path)")
        }
        for id in holders.values where containers[id] == nil { throw OperationFailure("No such container: \(id)") }
        let first = spec.networks.first
        if let first, networks[first] == nil { throw OperationFailure("network \(first) not found") }

        let number = nextNumber()
        let own = FieldTable.container.fields(of: spec)
        var container = SimulatedContainer(
            id: "container-\(number)",
            created: number,
            name: name,
            owner: owner,
            maker: maker,
            image: image,
            spec: spec,
            record: owner != nil && maker == .manifold ? SpecRecord(seal(own)) : nil,
            dependsOn: owner.flatMap { dependencies[$0.name] } ?? []
        )
        for path in container.anonymousPaths {
            container.anonymousVolumes[path] = carried[path] ?? createAnonymousVolume()
        }
        if let first { container.endpoints[first] = .init(spec: spec.endpoints[first] ?? EndpointSpec()) }
        container.holders = Dictionary(uniqueKeysWithValues: holders.map { ($0.description, $1) })
        containers[container.id] = container
        return container.id
    }

    /// The containers that a spec is to share something with, as they are now.
    func presentHolders(of spec: ContainerSpec) -> [NamespaceMode: String] {
        var holders: [NamespaceMode: String] = [:]
        for mode in spec.sharing.holders {
            switch mode {
            case .named: continue
            case .container(let name): holders[mode] = container(named: name)?.id
            case .service(let name):
                let address = ResourceAddress(.service, name, replica: 1)
                holders[mode] = containers.values.filter { $0.owner == address }.map(\.id).max()
            }
        }
        return holders
    }

    mutating func rename(_ id: String, to name: String) throws(OperationFailure) {
        if let holder = container(named: name) {
            throw OperationFailure(
                holder.id == id
                    ? "Renaming a container with the same name as its current name"
                    : "Conflict. The container name \"/\(name)\" is already in use"
            )
        }
        try change(id) { $0.name = name }
    }

    /// Removes a container but never its volumes; a running one is killed.
    mutating func remove(_ id: String) throws(OperationFailure) {
        _ = try container(id)
        containers[id] = nil
    }

    /// Writes files into a container, over those that are at their paths.
    mutating func putFiles(_ files: [String: FileSpec], into id: String) throws(OperationFailure) {
        try change(id) { container throws(OperationFailure) in
            guard container.fields["read_only"] != .flag(true) else {
                throw OperationFailure("container rootfs is marked read-only")
            }
            container.files.merge(files.mapValues(\.content)) { $1 }
        }
    }

    /// Changes limits as the engine's update call does, with its refusals.
    mutating func update(_ id: String, _ update: ContainerUpdate) throws(OperationFailure) {
        try change(id) { container throws(OperationFailure) in
            try container.update(update)
        }
    }
}

extension ContainerSpec {
    /// The paths of the host that have to be there when the container is made.
    fileprivate var neededHostPaths: [String] {
        mounts.values
            .compactMap { mount in
                if case .bind(let path, createsHostPath: false) = mount.source { path } else { nil }
            }
            .sorted()
    }
}
