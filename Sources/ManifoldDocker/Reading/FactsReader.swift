import DockerEngine
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import SideBySide

/// Reads all facts that planning needs beside the lists, with few requests side by side; only what the system owns, by
/// its own labels or by Compose's, is inspected.
struct FactsReader {
    let client: EngineClient
    let engine: EngineFacts
    let system: String
    let graph: ResourceGraph?
    /// Under which key the digests in labels can be read; nil where the system has no record.
    let keyID: String?
    /// Whether what Compose made under the system's name is to be taken over.
    var adopts = false
    /// Who asks registries; nil where only the engine is looked at.
    var registry: RegistryReader?
    /// Who reads what images are built from; nil where only the engine is looked at.
    var builds: BuildReader?
    /// What the system's record says; nil where there is none.
    var revision: RevisionFacts?

    /// Reads what is to be known beside a survey, looking as far as asked, or further: how far comes with it.
    func read(
        _ survey: Survey,
        _ breadth: Breadth
    ) async throws(EngineError) -> (facts: OpenFacts, breadth: Breadth) {
        let ownership = Ownership(system: system, hasRecord: keyID != nil || adopts, adopted: revision?.adopted ?? [])
        let ours = ownNetworks(survey.networks, ownership)
        return try await onlyEngineErrors {
            async let contents = builds?.read(graph?.imageSpecs ?? []) ?? [:]
            async let named = readNamedImages()
            let listing = try await list(breadth, given: survey.own?.value?.get())
            let list = listing.containers
            async let networks = listing.breadth == .engine ? inspected(ours) : ours
            let containers = try await candidates(listing, ownership)
            var facts = OpenFacts(engine: engine)
            let images = try await readImages(of: containers, beside: named)
            try await readContainers(containers, images, ownership, beside: list, into: &facts)
            try await readRegistries(images, into: &facts)
            facts.lostNetworks = Set(facts.containers.compactMap(\.firstNetwork))
                .subtracting(survey.networks.flatMap { [$0.name, $0.id] })
            readNetworks(try await networks, of: survey.networks, ownership, beside: list, into: &facts)
            readVolumes(survey.volumes, ownership, into: &facts)
            readStrayVolumes(survey.volumes, into: &facts)
            facts.readHoldings(of: list, survey.networks)
            facts.builds = await contents
            facts.missingHostPaths = HostPaths(graph).missing(for: client.endpoint)
            return (facts, listing.breadth)
        }
    }

    // MARK: Containers

    private func readContainers(
        _ inspected: [ContainerInspect],
        _ images: [String: ImageInspect?],
        _ ownership: Ownership,
        beside list: [ContainerSummary],
        into facts: inout OpenFacts
    ) async throws(EngineError) {
        let seesSwap = try await seesSwapLimits(of: inspected)
        let wanted = wantedNames(of: .service)
        // Most containers are made from few images.
        let used = Set(inspected.map(\.imageID))
        let defaults = images.filter { used.contains($0.key) }.compactMapValues { $0?.defaults }
        // A hundred answers take milliseconds to be made sense of, which all processors share.
        facts.containers =
            inspected.mapSideBySide(weighing: 8) { container -> LiveContainer<FreeText>? in
                let image = images[container.imageID].flatMap { $0 }
                guard let owner = ownership.of(container, image: image, wanted: wanted) else { return nil }
                let reader = ContainerReader(
                    keyID: keyID,
                    desired: graph?[owner.address],
                    imageDefaults: defaults[container.imageID],
                    inPlace: revision?.inPlace[container.id] ?? [:],
                    seesSwapLimits: seesSwap
                )
                return reader.read(container, as: owner)
            }
            .compactMap { $0 }
        let owned = Set(facts.containers.map(\.id))
        for reference in graph?.imageReferences ?? [] {
            if let image = images[reference].flatMap({ $0 }) {
                facts.images[reference] = ImageFacts(image, keyID: keyID)
            }
        }
        for name in graph?.outsiders ?? [] {
            facts.outsiders[name] = list.first { $0.name == name || $0.id == name }?.id
        }
        let names = Set(wanted.keys)
        for container in list where !owned.contains(container.id) && names.contains(container.name) {
            facts.foreign.append(
                ForeignObject(
                    kind: .service,
                    name: container.name,
                    id: container.id,
                    owner: Ownership.describe(container.labels),
                    isAdoptable: ownership.canAdopt(container.labels)
                )
            )
        }
    }

    /// Whether swap limits can be read at all; the engine is asked only where an answer is open to doubt.
    private func seesSwapLimits(of containers: [ContainerInspect]) async throws(EngineError) -> Bool {
        let isDoubtful = containers.contains { $0.hostConfig.memory > 0 && $0.hostConfig.memorySwap < 0 }
        return isDoubtful ? try await client.hostInfo().hasSwapLimit : true
    }

    // MARK: Volumes

    private func readVolumes(_ list: [Volume], _ ownership: Ownership, into facts: inout OpenFacts) {
        let wanted = wantedNames(of: .volume)
        for volume in list where volume.labels[LabelNames.files] == nil && volume.labels[LabelNames.revision] == nil {
            if let address = ownership.address(.volume, volume.labels, compose: LabelNames.composeVolume) {
                facts.volumes.append(live(volume, at: address, isLabelled: true))
            } else if let wanted = wanted[volume.name] {
                if wanted.isExternal {
                    facts.volumes.append(live(volume, at: nil, isLabelled: false))
                } else if ownership.hasRecord, Ownership.describe(volume.labels) == nil {
                    // Remade by hand, or by somebody's `docker run`: the name is ours, and so is what is in it.
                    facts.volumes.append(live(volume, at: wanted.address, isLabelled: false))
                } else {
                    facts.foreign.append(
                        ForeignObject(
                            kind: .volume,
                            name: volume.name,
                            id: volume.name,
                            owner: Ownership.describe(volume.labels),
                            isAdoptable: ownership.canAdopt(volume.labels)
                        )
                    )
                }
            }
        }
    }

    private func live(_ volume: Volume, at address: ResourceAddress?, isLabelled: Bool) -> LiveVolume<FreeText> {
        LiveVolume(
            volume,
            address: address,
            isLabelled: isLabelled,
            keyID: keyID,
            created: engine.creationTime(of: volume)
        )
    }

    /// Volumes for configs and secrets that no container has any more: somebody removed it by hand.
    private func readStrayVolumes(_ list: [Volume], into facts: inout OpenFacts) {
        let mounted = facts.containers.reduce(into: Set<String>()) { $0.formUnion($1.volumeNames) }
        for volume in list where volume.labels[LabelNames.files] != nil && volume.labels[LabelNames.system] == system {
            guard !mounted.contains(volume.name),
                let address = volume.labels[LabelNames.address].flatMap({ ResourceAddress($0) })
            else { continue }
            facts.strayFileVolumes.append(StrayVolume(name: volume.name, address: address))
        }
    }

    struct Wanted {
        let address: ResourceAddress
        let isExternal: Bool
    }

    func wantedNames(of kind: ResourceAddress.Kind) -> [String: Wanted] {
        var names: [String: Wanted] = [:]
        for resource in graph?.ordered ?? [] where resource.id.kind == kind {
            switch resource.spec {
            case .network(let spec): names[spec.name] = Wanted(address: resource.id, isExternal: spec.isExternal)
            case .volume(let spec): names[spec.name] = Wanted(address: resource.id, isExternal: spec.isExternal)
            case .container(let spec):
                if let name = spec.name { names[name] = Wanted(address: resource.id, isExternal: false) }
            case .image, .config, .secret: continue
            }
        }
        return names
    }
}

extension ResourceGraph {
    /// Names of the containers of others whose namespaces or volumes services share.
    var outsiders: Set<String> {
        var names: Set<String> = []
        for resource in ordered {
            guard case .container(let spec) = resource.spec else { continue }
            for case .container(let name) in spec.sharing.holders { names.insert(name) }
        }
        return names
    }
}
