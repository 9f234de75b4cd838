package import ManifoldGraph
import ManifoldResources
import SideBySide

extension Sealer {
    /// Seals what is wanted and what was read from an engine: all that is planned with.
    package func seal(_ graph: ResourceGraph, _ facts: OpenFacts) -> (desired: DesiredSystem, facts: SealedFacts) {
        let sealer = remembering
        let present = Dictionary(grouping: facts.containers.indices) { facts.containers[$0].address }
        let sealed = graph.ordered.mapSideBySide(weighing: 8) { resource in
            let open = resource.spec.fields
            // Hardly a text is wanted twice, so its digest is not worth remembering.
            let wanted = WantedFields(open: open, sealed: seal(open))
            let containers = present[resource.id, default: []]
                .map { number in
                    let container = facts.containers[number]
                    return (number, sealer.seal(container, as: wanted.sealed, beside: wanted, in: facts))
                }
            return (resource: DesiredResource(resource, wanted.sealed), containers: containers)
        }
        var containers = [LiveContainer<SealedText>?](repeating: nil, count: facts.containers.count)
        for (number, container) in sealed.lazy.flatMap(\.containers) { containers[number] = container }
        let desired = DesiredSystem(graph, sealed.map(\.resource))
        return (desired, sealer.seal(facts, for: desired, having: containers))
    }

    /// The same where nothing is wanted any more.
    package func seal(
        nothingOf system: SystemIdentity,
        _ facts: OpenFacts
    ) -> (desired: DesiredSystem, facts: SealedFacts) {
        let desired = DesiredSystem(nothingOf: system)
        return (desired, seal(facts, for: desired))
    }

    /// Seals what was read from an engine, for planning against a desired system.
    package func seal(_ facts: OpenFacts, for desired: DesiredSystem) -> SealedFacts {
        seal(facts, for: desired, having: facts.containers.map { _ in nil })
    }

    /// The same where some containers are sealed already.
    private func seal(
        _ facts: OpenFacts,
        for desired: DesiredSystem,
        having containers: [LiveContainer<SealedText>?]
    ) -> SealedFacts {
        @Sendable func known(_ address: ResourceAddress?, _ record: SpecRecord?) -> [SealedFields] {
            [address.flatMap { desired[$0]?.fields }, record?.fields].compactMap { $0 }
        }
        var sealed = SealedFacts(engine: facts.engine)
        sealed.foreign = facts.foreign
        sealed.heldPorts = facts.heldPorts
        sealed.heldSubnets = facts.heldSubnets
        sealed.lostNetworks = facts.lostNetworks
        sealed.outsiders = facts.outsiders
        sealed.strayFileVolumes = facts.strayFileVolumes
        sealed.missingHostPaths = facts.missingHostPaths
        sealed.revision = facts.revision
        sealed.images = facts.images.mapValues(seal)
        sealed.successors = facts.successors.mapValues(seal)
        sealed.registry = facts.registry
        sealed.builder = facts.builder
        sealed.builds = facts.builds.mapValues { build in
            var facts = BuildFacts<SealedText>(problem: build.problem)
            facts.contents = seal(build.contents, showing: [])
            facts.files = build.files.mapValues { file in
                SealedText(digest: digest(of: file, at: FieldPath(.fileMarks)), shown: nil)
            }
            return facts
        }
        sealed.networks = facts.networks.map { network in
            LiveNetwork(
                id: network.id,
                name: network.name,
                address: network.address,
                fields: seal(network.fields, showing: known(network.address, network.record)),
                record: network.record,
                attached: network.attached,
                guests: network.guests,
                holders: network.holders,
                isLabelled: network.isLabelled
            )
        }
        sealed.volumes = facts.volumes.mapSideBySide { volume in
            LiveVolume(
                name: volume.name,
                address: volume.address,
                fields: seal(volume.fields, showing: known(volume.address, volume.record)),
                record: volume.record,
                isLabelled: volume.isLabelled,
                created: volume.created
            )
        }
        sealed.containers = containers.indices.mapSideBySide(weighing: 8) { number in
            let container = facts.containers[number]
            return containers[number] ?? seal(container, as: desired[container.address]?.fields, in: facts)
        }
        return sealed
    }

    private func seal(_ image: ImageFacts<FreeText>) -> ImageFacts<SealedText> {
        ImageFacts(
            id: image.id,
            defaults: seal(image.defaults, showing: []),
            digests: image.digests,
            record: image.record
        )
    }

    private func seal(
        _ container: LiveContainer<FreeText>,
        as wanted: SealedFields?,
        beside open: WantedFields? = nil,
        in facts: OpenFacts
    ) -> LiveContainer<SealedText> {
        let rewritten = facts.revision?.inPlace[container.id]?["files"] ?? nil
        let known = [wanted, container.record?.fields].compactMap { $0 }
        let wanted = wanted ?? [:]
        var fields = seal(container.fields, beside: open, showing: known)
        // The engine does not report the files that were written into a container; nobody but manifold changes them, so
        // what was written down of it, in the container's own record or since, is as good as a look.
        fields["files"] = container.record.flatMap { rewritten ?? $0.value(of: "files", among: wanted["files"]) }
        // Nor does it report for which platform it was asked to make the container; without a record nothing tells.
        fields["platform"] =
            container.record.map { $0.value(of: "platform", among: wanted["platform"]) } ?? wanted["platform"]
        // A container without a process has no hardware addresses for the time being, nor while it waits to be restarted.
        if ![.running, .paused].contains(container.state.status) {
            fields["mac_address"] = container.record?.value(of: "mac_address", among: wanted["mac_address"])
        }
        return LiveContainer<SealedText>(
            id: container.id,
            name: container.name,
            address: container.address,
            state: container.state,
            created: container.created,
            started: container.started,
            fields: fields,
            imageDefaults: container.imageDefaults.map { seal($0, showing: known) },
            imageID: container.imageID,
            record: container.record,
            maker: container.maker,
            networkIDs: container.networkIDs,
            firstNetwork: container.firstNetwork,
            anonymousVolumes: container.anonymousVolumes,
            volumeNames: container.volumeNames,
            dependsOn: container.dependsOn,
            awaitsCompletion: container.awaitsCompletion
        )
    }
}
