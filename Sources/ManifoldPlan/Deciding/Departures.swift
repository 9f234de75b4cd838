import ManifoldDiagnostics
import ManifoldResources

/// What is ours and no longer wanted: containers and networks go, volumes stay unless a consent names them.
struct Departures {
    struct Container {
        let address: ResourceAddress
        let live: [LiveContainer<SealedText>]
        let reason: Reason
        /// Where the service is declared, if it still is.
        let declaration: SourceSpan?
    }

    private(set) var containers: [Container] = []
    private(set) var networks: [LiveNetwork<SealedText>] = []
    private(set) var volumes: [LiveVolume<SealedText>] = []
    /// Volumes for files that outlived their container; what is in them is in the manifest, or is wanted no more.
    let strayVolumes: [StrayVolume]
    private(set) var notes: [Note] = []
    /// Why networks and volumes go.
    let reason: Reason

    init(from desired: DesiredSystem, within scope: PlanScope, given facts: SealedFacts, options: PlanOptions) {
        strayVolumes = facts.strayFileVolumes.filter { scope.contains($0.address) }.sorted { $0.name < $1.name }
        reason = options.isDestroy ? .destroyRequested : .leftManifest
        var leftAlone: [LiveContainer<SealedText>] = []
        for (address, live) in Dictionary(grouping: facts.containers, by: \.address) where desired[address] == nil {
            if desired.inactiveServices.contains(address.name) {
                leftAlone += live
                continue
            }
            guard scope.contains(address) else { continue }
            let isScaledDown = desired.activeServices.contains(address.name)
            let first = ResourceAddress(.service, address.name, replica: 1)
            containers.append(
                Container(
                    address: address,
                    live: live,
                    reason: isScaledDown ? .scaledDown : reason,
                    declaration: desired[first]?.declaration
                )
            )
        }
        containers.sort { $0.address < $1.address }
        for container in containers {
            for (path, name) in container.live.flatMap(\.anonymousVolumes).sorted(by: { $0 < $1 }) {
                notes.append(.anonymousVolumeKept(container.address, path: path, name: name))
            }
        }
        let alone = Dictionary(grouping: leftAlone, by: \.address.name)
        for (service, live) in alone.sorted(by: { $0.key < $1.key }) {
            notes.append(.inactiveService(service, containers: live.count))
        }
        sortNetworks(of: facts, wanted: desired, within: scope, leftAlone: leftAlone)
        sortVolumes(of: facts, wanted: desired, within: scope, leftAlone: leftAlone, options: options)
    }

    private mutating func sortNetworks(
        of facts: SealedFacts,
        wanted desired: DesiredSystem,
        within scope: PlanScope,
        leftAlone: [LiveContainer<SealedText>]
    ) {
        let inUse = leftAlone.reduce(into: Set<String>()) { names, container in
            if case .map(let endpoints)? = container.fields["networks"] { names.formUnion(endpoints.keys) }
            if let first = container.firstNetwork { names.insert(first) }
        }
        let wantedNames = desired.engineNames(of: .network)
        for network in facts.networks {
            guard let address = network.address, scope.contains(address) else { continue }
            // What counts is the name in the engine: the manifest can call the same thing otherwise.
            if wantedNames.contains(network.name) { continue }
            if inUse.contains(network.name) {
                notes.append(.networkKept(address))
            } else {
                networks.append(network)
            }
        }
        networks.sort { $0.name < $1.name }
    }

    private mutating func sortVolumes(
        of facts: SealedFacts,
        wanted desired: DesiredSystem,
        within scope: PlanScope,
        leftAlone: [LiveContainer<SealedText>],
        options: PlanOptions
    ) {
        let inUse = leftAlone.reduce(into: Set<String>()) { $0.formUnion($1.volumeNames) }
        let wantedNames = desired.engineNames(of: .volume)
        for volume in facts.volumes.sorted(by: { $0.name < $1.name }) {
            guard let address = volume.address, scope.contains(address), !inUse.contains(volume.name) else { continue }
            if wantedNames.contains(volume.name) { continue }
            if options.destroyableVolumes.contains(address) {
                volumes.append(volume)
            } else {
                notes.append(.volumeKept(address, name: volume.name))
            }
        }
    }
}
