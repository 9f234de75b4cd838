import DockerEngine
import ManifoldExecution
import ManifoldGraph
import ManifoldResources
import Synchronization

extension EnginePerformer {
    func createNetwork(_ address: ResourceAddress, name: String) async throws -> String {
        guard case .network(let spec) = spec(of: address) else { preconditionFailure("\(address) is not a network") }
        var body = NetworkCreate(name: name)
        body.driver = spec.driver ?? "bridge"
        body.isInternal = spec.isInternal
        body.isAttachable = spec.isAttachable
        body.isIPv6Enabled = spec.hasIPv6
        body.isIPv4Enabled = spec.hasIPv4 ? nil : false
        body.ipam = IPAM(spec.addresses)
        body.options = spec.driverOptions.mapValues(\.string)
        body.labels = spec.labels.mapValues(\.string)
        body.labels.merge(ObjectLabels(self).network(address, spec)) { _, ours in ours }
        return try await client.networks.create(body).id
    }

    func removeNetwork(_ id: String) async throws {
        do throws(EngineError) {
            try await client.networks.remove(id)
        } catch  where error.isNotFound {
            return
        } catch  where error.status == 403 {
            // The engine sometimes keeps an endpoint of a container that is gone (moby/moby#42119).
            throw OperationFailure(
                error.description,
                details: [
                    "containers that are not part of this system may be attached: `docker network inspect` lists them",
                    "if it lists none, the engine has lost count; a restart of the engine frees the network",
                ]
            )
        }
    }

    func createVolume(_ address: ResourceAddress, name: String) async throws {
        guard case .volume(let spec) = spec(of: address) else { preconditionFailure("\(address) is not a volume") }
        var labels = spec.labels.mapValues(\.string)
        labels.merge(ObjectLabels(self).volume(address, spec)) { _, ours in ours }
        let volume = try await client.volumes.create(
            VolumeCreate(
                name: name,
                driver: spec.driver ?? "",
                driverOptions: spec.driverOptions.mapValues(\.string),
                labels: labels
            )
        )
        // The engine answers with the existing volume where there is one.
        guard volume.labels[LabelNames.system] == system.name else {
            throw OperationFailure("somebody else made a volume named `\(name)` in the meantime")
        }
        let created = engine.creationTime(of: volume)
        volumeTimes.withLock { $0[address] = created }
    }
}

extension IPAM {
    init(_ addresses: AddressManagement) {
        self.init()
        driver = addresses.driver ?? ""
        options = addresses.options.mapValues(\.string)
        pools = addresses.pools.map { pool in
            Pool(
                subnet: pool.subnet ?? "",
                ipRange: pool.range ?? "",
                gateway: pool.gateway ?? "",
                auxiliaryAddresses: pool.reserved
            )
        }
    }
}
