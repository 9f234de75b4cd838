package import ManifoldExecution
package import ManifoldPlan
package import ManifoldResources

/// What people and other programs do to an engine beside manifold.
extension SimulatedEngine {
    package func stop(_ name: String) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in try state.stop(id) }
    }

    package func kill(_ name: String) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in try state.kill(id) }
    }

    package func pause(_ name: String) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in try state.pause(id) }
    }

    package func start(_ name: String) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in try state.start(id) }
    }

    package func rename(_ name: String, to newName: String) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in try state.rename(id, to: newName) }
    }

    package func remove(_ name: String) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in try state.remove(id) }
    }

    package func update(_ name: String, _ update: ContainerUpdate) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in try state.update(id, update) }
    }

    package func connect(_ name: String, to network: String, aliases: Set<String> = []) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in
            try state.connect(id, to: network, EndpointSpec(aliases: aliases))
        }
    }

    package func disconnect(_ name: String, from network: String) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in try state.disconnect(id, from: network) }
    }

    /// Somebody runs `docker compose up`: the container is made anew from the same spec, with Compose's labels only.
    package func recreateByCompose(_ name: String) throws(OperationFailure) {
        try onContainer(name) { state, id throws(OperationFailure) in
            let old = try state.container(id)
            guard let owner = old.owner, case .container(let spec)? = state.specs[owner] else {
                throw OperationFailure("\(name) is not part of the system")
            }
            try state.remove(id)
            let new = try state.createContainer(
                name,
                owner: owner,
                spec: spec,
                carrying: old.anonymousVolumes,
                sharing: state.presentHolders(of: spec),
                maker: .compose
            )
            for network in spec.networks.dropFirst() {
                try state.connect(new, to: network, spec.endpoints[network] ?? EndpointSpec())
            }
            try state.start(new)
        }
    }

    /// All that is there becomes what `docker compose up` would have made of it, before manifold ever came by.
    package func becomeComposeProject() throws(OperationFailure) {
        for container in facts().containers { try recreateByCompose(container.name) }
        try change { state in
            state.networks = state.networks.mapValues(\.withoutRecord)
            state.volumes = state.volumes.mapValues(\.withoutRecord)
            state.revision = nil
        }
    }

    /// Somebody else runs a container of their own.
    package func runForeign(_ name: String, _ spec: ContainerSpec) throws(OperationFailure) {
        try change { state throws(OperationFailure) in
            let id = try state.createContainer(name, owner: nil, spec: spec)
            try state.start(id)
        }
    }

    package func createForeignNetwork(_ name: String) throws(OperationFailure) {
        _ = try change { state throws(OperationFailure) in
            try state.createNetwork(name, owner: nil, fields: [:])
        }
    }

    package func removeNetwork(_ name: String) throws(OperationFailure) {
        try change { state throws(OperationFailure) in
            guard let network = state.networks[name] else { throw OperationFailure("network \(name) not found") }
            try state.removeNetwork(network.id)
        }
    }

    /// Somebody takes everybody off a network, removes it, and makes one of the same name without labels; whoever is
    /// `rejoining` is put on that.
    package func remakeNetwork(_ name: String, rejoining: Set<String> = []) throws(OperationFailure) {
        try change { state throws(OperationFailure) in
            guard let network = state.networks[name] else { throw OperationFailure("network \(name) not found") }
            var endpoints: [String: EndpointSpec] = [:]
            for id in state.attached(to: network) {
                endpoints[id] = state.containers[id]?.endpoints[name]?.spec
                try state.disconnect(id, from: name)
            }
            try state.removeNetwork(network.id)
            _ = try state.createNetwork(name, owner: nil, fields: [:])
            for (id, endpoint) in endpoints where rejoining.contains(try state.container(id).name) {
                try state.connect(id, to: name, endpoint)
            }
        }
    }

    package func createForeignVolume(_ name: String) throws(OperationFailure) {
        try change { $0.createVolume(name, owner: nil) }
    }

    package func removeVolume(_ name: String) throws(OperationFailure) {
        try change { state throws(OperationFailure) in try state.removeVolume(name) }
    }

    /// An image is built or pulled under a reference that may be in use already.
    package func addImage(_ reference: String, supplying defaults: OpenFields? = nil) throws(OperationFailure) {
        try change { $0.addImage(reference, defaults ?? SimulatedImage.plainDefaults) }
    }

    /// A reference moves to an image that supplies more, or something else, than the one before.
    package func moveImage(_ reference: String, changing changes: OpenFields) throws(OperationFailure) {
        try change { state in
            let before = state.images[reference]?.defaults ?? SimulatedImage.plainDefaults
            let after = before.merging(changes) { old, new in
                guard case .map(let entries) = old, case .map(let others) = new else { return new }
                return .map(entries.merging(others) { $1 })
            }
            state.addImage(reference, after)
        }
    }

    /// Somebody pushes an image to its registry, under a reference that may have been in use there.
    package func publish(_ reference: String, supplying defaults: OpenFields? = nil) throws(OperationFailure) {
        try change { $0.publish(reference, defaults ?? SimulatedImage.plainDefaults) }
    }

    /// Somebody edits a file that an image is built from.
    package func editContext(of reference: String) throws(OperationFailure) {
        try change { $0.edits[reference, default: 0] += 1 }
    }

    /// Says how processes behave from now on.
    package func script(_ body: @Sendable (inout SimulatedScript) -> Void) throws(OperationFailure) {
        try change { state in
            body(&state.script)
            state.retry()
        }
    }

    private func onContainer(
        _ name: String,
        _ body: (inout SimulatedState, String) throws(OperationFailure) -> Void
    ) throws(OperationFailure) {
        try change { state throws(OperationFailure) in
            guard let container = state.container(named: name) else {
                throw OperationFailure("No such container: \(name)")
            }
            try body(&state, container.id)
        }
    }
}
