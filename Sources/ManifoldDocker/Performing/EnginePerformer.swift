import DockerEngine
package import ManifoldExecution
package import ManifoldGraph
package import ManifoldPlan
package import ManifoldResources
import Synchronization

/// Carries out operations on a Docker engine; the only one who opens the store of real values, at the moment of the call.
package final class EnginePerformer: OperationPerformer {
    let client: EngineClient
    let graph: ResourceGraph?
    let system: SystemIdentity
    let sealer: Sealer
    /// Whether a hardware address belongs to an endpoint rather than to the container.
    let isEndpointAddressed: Bool
    private let lock: RevisionLock
    private let redactor: Redactor
    let watch: ReadinessWatch
    let logins: RegistryLogins
    let builder: Builder
    /// What images are built from, which their labels record.
    let inputs: BuildInputs
    /// When images that are to be looked at anew from time to time were pulled, in seconds since 1970.
    let pulls = Mutex<[String: Int64]>([:])
    /// When volumes were made, in the same form.
    let volumeTimes = Mutex<[ResourceAddress: Int64]>([:])
    let engine: EngineFacts

    /// Performs under a lock; `isCancelled` tells whether the apply was called off, so that waiting ends early.
    package init(
        session: EngineSession,
        graph: ResourceGraph?,
        system: SystemIdentity,
        sealer: Sealer,
        lock: RevisionLock,
        inputs: BuildInputs,
        isCancelled: @escaping @Sendable () -> Bool
    ) {
        client = session.client
        engine = session.engine
        logins = session.logins
        builder = session.builder
        self.inputs = inputs
        isEndpointAddressed = APILevel(session.engine.apiVersion).map { $0 >= APILevel(1, 44) } ?? true
        self.graph = graph
        self.system = system
        self.sealer = sealer
        self.lock = lock
        redactor = Redactor(graph)
        watch = ReadinessWatch(client: session.client, isCancelled: isCancelled)
    }

    /// Containers that were to run, were not jobs, and came to their own good end.
    package var completed: Set<String> { watch.completed }

    /// When images were pulled for which that is to be remembered.
    package var pulled: [String: Int64] { pulls.withLock { $0 } }

    /// When the volumes were made that did not exist, as far as that can be told.
    package var madeVolumes: [ResourceAddress: Int64] { volumeTimes.withLock { $0 } }

    package func perform(
        _ operation: Step.Operation,
        resolving created: [Step.ID: String]
    ) async throws(OperationFailure) -> String? {
        do {
            guard try await lock.isHeld() else {
                throw OperationFailure("another apply has taken over the lock of `\(system.name)`", isLockLost: true)
            }
            return try await carryOut(operation, Resolver(created: created))
        } catch let failure as OperationFailure {
            throw redactor.redact(failure)
        } catch {
            throw redactor.redact(OperationFailure("\(error)"))
        }
    }

    private func carryOut(_ operation: Step.Operation, _ resolver: Resolver) async throws -> String? {
        switch operation {
        case .pullImage(let address, let reference, let digest):
            try await pullImage(address, reference, expecting: digest)
        case .buildImage(let address, _): try await buildImage(address)
        case .createNetwork(let address, let name): return try await createNetwork(address, name: name)
        case .removeNetwork(let id, _): try await removeNetwork(id)
        case .createVolume(let address, let name): try await createVolume(address, name: name)
        case .removeVolume(let name): try await client.volumes.remove(name)
        case .createContainer(let address, let name, let carrying, let sharing):
            let holders = sharing.mapValues { resolver.id(of: $0) }
            return try await createContainer(address, name: name, carrying: carrying, sharing: holders)
        case .putFiles(let address, let target): try await putFiles(address, into: resolver.id(of: target))
        case .rewriteFiles(let address, let target, let paths):
            try await putFiles(address, into: resolver.id(of: target), only: Set(paths))
        case .connect(let address, let target, let network):
            try await connect(address, resolver.id(of: target), to: network)
        case .disconnect(let target, let network): try await disconnect(resolver.id(of: target), from: network)
        case .start(let target): _ = try await client.containers.start(resolver.id(of: target))
        case .stop(let target): try await stopContainer(resolver.id(of: target))
        case .unpause(let target): try await client.containers.unpause(resolver.id(of: target))
        case .signal(let target, let name): try await client.containers.kill(resolver.id(of: target), signal: name)
        case .rename(let target, let name): try await client.containers.rename(resolver.id(of: target), to: name)
        case .update(let target, let update):
            _ = try await client.containers.update(resolver.id(of: target), DockerEngine.ContainerUpdate(update))
        case .remove(let target): try await removeContainer(resolver.id(of: target))
        case .awaitReady(let target): try await watch.awaitReady(resolver.id(of: target))
        case .awaitCompleted(let target): try await watch.awaitCompleted(resolver.id(of: target))
        }
        return nil
    }

    /// Knows the ids of what earlier steps made.
    struct Resolver {
        let created: [Step.ID: String]

        func id(of target: Step.Target) -> String {
            switch target {
            case .existing(let id, _): return id
            case .created(let step, _):
                guard let id = created[step] else {
                    preconditionFailure("step \(step) made nothing, although a later step rests on it")
                }
                return id
            }
        }
    }

    /// The spec of a resource; the planner made the operation from the same graph.
    func spec(of address: ResourceAddress) -> ResourceSpec {
        guard let resource = graph?[address] else {
            preconditionFailure("\(address) is not in the graph that was planned")
        }
        return resource.spec
    }

    func containerSpec(of address: ResourceAddress) -> ContainerSpec {
        guard case .container(let spec) = spec(of: address) else {
            preconditionFailure("\(address) is not a container")
        }
        return spec
    }
}

extension DockerEngine.ContainerUpdate {
    init(_ update: ManifoldPlan.ContainerUpdate) {
        self.init()
        memory = update.memory ?? 0
        memorySwap = update.memorySwap ?? 0
        memoryReservation = update.memoryReservation ?? 0
        cpuShares = update.cpuShares ?? 0
        cpuPeriod = update.cpuPeriod ?? 0
        cpuQuota = update.cpuQuota ?? 0
        cpuRealtimePeriod = update.realtimePeriod ?? 0
        cpuRealtimeRuntime = update.realtimeRuntime ?? 0
        cpusetCPUs = update.processors ?? ""
        blkioWeight = Int(update.blockIOWeight ?? 0)
        nanoCPUs = update.nanoCPUs ?? 0
        pidsLimit = update.pids
        restartPolicy = update.restart.map { HostConfig.RestartPolicy(text: $0) } ?? HostConfig.RestartPolicy()
    }
}

extension HostConfig.RestartPolicy {
    /// - Parameter text: the manifest's spelling, `on-failure:3`.
    init(text: String) {
        let parts = text.split(separator: ":")
        self.init(name: String(parts[0]), maximumRetryCount: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }
}
