import DockerEngine
import FoundationEssentials
import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

extension EnginePerformer {
    func createContainer(
        _ address: ResourceAddress,
        name: String,
        carrying volumes: [String: String],
        sharing holders: [NamespaceMode: String]
    ) async throws -> String {
        let spec = containerSpec(of: address)
        var body = ContainerCreate(
            spec,
            carrying: volumes,
            sharing: holders,
            isEndpointAddressed: isEndpointAddressed
        )
        body.config.labels.merge(ObjectLabels(self).container(address, spec)) { _, ours in ours }
        var fileVolumes: [String] = []
        do {
            for directory in FilePlacement(spec).directoriesOnVolumes {
                let volume = try await createFileVolume(for: address, at: directory)
                fileVolumes.append(volume)
                body.hostConfig.mounts.append(Mount(type: "volume", source: volume, target: directory))
            }
            // Copying an image's content into a new volume happens in this call.
            let patient = client.with(timeouts: EngineTimeouts(call: .seconds(600)))
            return try await patient.containers.create(body, name: name, platform: spec.runtime.platform).id
        } catch {
            for volume in fileVolumes { try? await client.volumes.remove(volume) }
            throw error
        }
    }

    /// A volume that only holds configs and secrets of one container, where the engine could not write them otherwise.
    private func createFileVolume(for address: ResourceAddress, at directory: String) async throws -> String {
        let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
        let name = FilePlacement.volumePrefix(system.name) + suffix
        let labels = ObjectLabels(self).fileVolume(address, directory: directory)
        _ = try await client.volumes.create(VolumeCreate(name: name, labels: labels))
        return name
    }

    /// Stops a container with its own grace period, which the call's deadline has to know.
    func stopContainer(_ id: String) async throws {
        let grace = try await client.containers.inspect(id).config.stopTimeout
        _ = try await client.containers.stop(id, grace: grace.map { .seconds($0) })
    }

    /// Removes a container with the volumes that only held its configs and secrets, and no others.
    func removeContainer(_ id: String) async throws {
        guard let container = try await inspectIfPresent(id) else { return }
        try await client.containers.remove(id, force: true)
        for mount in container.mounts where mount.name.hasPrefix(FilePlacement.volumePrefix(system.name)) {
            let isOurs = try await client.volumes.inspect(mount.name).labels[LabelNames.files] != nil
            if isOurs { try await client.volumes.remove(mount.name) }
        }
    }

    /// The container, or nil where somebody removed it already.
    private func inspectIfPresent(_ id: String) async throws -> ContainerInspect? {
        do {
            return try await client.containers.inspect(id)
        } catch {
            guard error.isNotFound else { throw error }
            return nil
        }
    }

    /// Writes the contents of configs and secrets into a container: all of them, or those at some paths.
    func putFiles(_ address: ResourceAddress, into id: String, only paths: Set<String>? = nil) async throws {
        var spec = containerSpec(of: address)
        if let paths { spec.files = spec.files.filter { paths.contains($0.key) } }
        let placement = FilePlacement(spec)
        let now = Int64(Date().timeIntervalSince1970)
        for (directory, files) in placement.archives {
            let archive: TarArchive
            do throws(TarArchive.Failure) {
                archive = try TarArchive(
                    files.map { path, file in
                        TarArchive.File(
                            path: path,
                            content: file.content.bytes,
                            mode: file.mode,
                            userID: file.userID,
                            groupID: file.groupID,
                            modified: now
                        )
                    }
                )
            } catch {
                throw OperationFailure("\(error)")
            }
            try await client.containers.putArchive(archive, into: id, at: directory)
        }
    }

    func connect(_ address: ResourceAddress, _ id: String, to network: String) async throws {
        let endpoint = containerSpec(of: address).endpoints[network] ?? EndpointSpec()
        // Without the whole configuration the engine would drop aliases and addresses.
        try await client.networks.connect(network, container: id, endpoint: EndpointSettings(endpoint))
    }

    /// Leaves a network; one that the container has left already, or that is gone, is as good as left.
    func disconnect(_ id: String, from network: String) async throws {
        do throws(EngineError) {
            try await client.networks.disconnect(network, container: id, force: true)
        } catch {
            let isAttached = try await client.containers.inspect(id).networkSettings.networks[network] != nil
            if isAttached { throw error }
        }
    }
}
