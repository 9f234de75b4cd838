import ManifoldExecution
import ManifoldPlan
import ManifoldResources

extension SimulatedState {
    /// Carries out one operation and returns the id of what it made.
    mutating func carryOut(
        _ operation: Step.Operation,
        resolving created: [Step.ID: String]
    ) throws(OperationFailure) -> String? {
        func id(_ target: Step.Target) throws(OperationFailure) -> String {
            switch target {
            case .existing(let id, _): return id
            case .created(let step, let name):
                guard let id = created[step] else { throw OperationFailure("step \(step) has not made \(name)") }
                return id
            }
        }
        switch operation {
        case .pullImage(_, let reference, let digest): try pullImage(reference, digest)
        case .buildImage(let address, let reference): try buildImage(address, reference)
        case .createNetwork(let address, let name):
            guard case .network(let spec)? = specs[address] else { throw Self.missingSpec(address) }
            return try createNetwork(name, owner: address, fields: FieldTable.network.fields(of: spec))
        case .removeNetwork(let id, _): try removeNetwork(id)
        case .createVolume(let address, let name):
            guard case .volume(let spec)? = specs[address] else { throw Self.missingSpec(address) }
            createVolume(name, owner: address, fields: FieldTable.volume.fields(of: spec))
        case .removeVolume(let name): try removeVolume(name)
        case .createContainer(let address, let name, let carried, let sharing):
            var holders: [NamespaceMode: String] = [:]
            for (mode, target) in sharing { holders[mode] = try id(target) }
            let spec = try containerSpec(address)
            return try createContainer(name, owner: address, spec: spec, carrying: carried, sharing: holders)
        case .putFiles(let address, let target): try putFiles(containerSpec(address).files, into: id(target))
        case .rewriteFiles(let address, let target, let paths):
            try putFiles(containerSpec(address).files.filter { paths.contains($0.key) }, into: id(target))
        case .connect(let address, let target, let network):
            let endpoint = try containerSpec(address).endpoints[network] ?? EndpointSpec()
            try connect(id(target), to: network, endpoint)
        case .disconnect(let target, let network): try disconnect(id(target), from: network)
        case .start(let target): try start(id(target))
        case .stop(let target): try stop(id(target))
        case .unpause(let target): try unpause(id(target))
        case .signal(let target, _): try signal(id(target))
        case .rename(let target, let name): try rename(id(target), to: name)
        case .update(let target, let update): try self.update(id(target), update)
        case .remove(let target): try remove(id(target))
        case .awaitReady(let target): try awaitReady(id(target))
        case .awaitCompleted(let target):
            try awaitCompleted(id(target))
            try revision?.completed.insert(id(target))
        }
        return nil
    }

    private func containerSpec(_ address: ResourceAddress) throws(OperationFailure) -> ContainerSpec {
        guard case .container(let spec)? = specs[address] else { throw Self.missingSpec(address) }
        return spec
    }

    private static func missingSpec(_ address: ResourceAddress) -> OperationFailure {
        OperationFailure("there is no spec for \(address)")
    }
}
