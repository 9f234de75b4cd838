import ManifoldDiagnostics
import ManifoldResources

/// Which part of a system a plan is about: closed, so that nothing in it needs anything outside.
struct PlanScope {
    /// What the plan leaves alone, wanted or not; empty for a whole plan.
    let leftOut: Set<ResourceAddress>

    /// A selection that names nothing there is, or asks for a replacement that cannot be, is reported.
    init(
        _ options: PlanOptions,
        of desired: DesiredSystem,
        given facts: SealedFacts,
        reporting diagnostics: inout Diagnostics
    ) {
        guard options.isSelective else {
            leftOut = []
            return
        }
        let graph = SelectionGraph(desired, facts)
        func selected(_ addresses: Set<ResourceAddress>, by option: String) -> Set<ResourceAddress> {
            var found: Set<ResourceAddress> = []
            for address in addresses.sorted() {
                let matches = graph.matches(address)
                if matches.isEmpty {
                    let isOff = address.kind == .service && desired.inactiveServices.contains(address.name)
                    diagnostics.report(
                        PlanDiagnostics.unknownAddress(address, option, isOff: isOff, among: graph.names)
                    )
                }
                found.formUnion(matches)
            }
            return found
        }
        let targets = selected(options.targets, by: "--target")
        let exclusions = selected(options.exclusions, by: "--exclude")
        let replacements = selected(options.replacements, by: "--replace")
        // What remains needs nothing that is excluded, or it would be excluded itself.
        let excluded = graph.withDependants(of: exclusions)
        let chosen = (options.targets.isEmpty ? graph.all : targets).subtracting(excluded)
        leftOut = graph.all.subtracting(graph.withNeeds(of: chosen))
        for address in replacements.sorted() {
            if leftOut.contains(address) {
                diagnostics.report(PlanDiagnostics.cannotReplace(address, "this plan leaves it out"))
            } else if desired[address]?.isExternal == true {
                diagnostics.report(PlanDiagnostics.cannotReplace(address, "it is external"))
            } else if desired[address] == nil {
                diagnostics.report(PlanDiagnostics.cannotReplace(address, "it is no longer in the manifest"))
            }
        }
    }

    func contains(_ id: ResourceAddress) -> Bool {
        !leftOut.contains(id)
    }

    /// Finds what of others stands in the way: names and ports that they hold, and networks that they are on.
    func checkOutsiders(
        of wanted: DesiredSystem,
        _ networks: [NetworkDecision],
        _ departures: Departures,
        _ lostNetworks: LostNetworks,
        given facts: SealedFacts,
        reporting diagnostics: inout Diagnostics
    ) {
        let outsiders = facts.containers.filter { leftOut.contains($0.address) }.sorted { $0.address < $1.address }
        guard !outsiders.isEmpty else { return }
        for network in networks where network.outcome == .replace {
            guard let outsider = outsiders.first(where: { $0.isAttached(to: network.desired.name) }) else { continue }
            diagnostics.report(PlanDiagnostics.networkHeldByLeftOut(network.desired, outsider.address))
        }
        for network in departures.networks {
            let holder = outsiders.first { $0.isAttached(to: network.name) || lostNetworks.include(network, of: $0) }
            if let holder { diagnostics.report(PlanDiagnostics.networkHeldByLeftOut(network, holder)) }
        }
        let ports = outsiders.filter(\.state.isUp)
            .flatMap { outsider in
                outsider.fields.fixedPorts.map { (port: $0, holder: outsider.address) }
            }
        for resource in wanted.ordered where resource.id.kind == .service && !ports.isEmpty {
            for port in resource.fixedPorts {
                guard let held = ports.first(where: { $0.port.collides(with: port) }) else { continue }
                diagnostics.report(PlanDiagnostics.portHeldByLeftOut(resource, port, held.holder))
            }
        }
        let names = Dictionary(outsiders.map { ($0.name, $0.address) }) { first, _ in first }
        for resource in wanted.ordered where resource.id.kind == .service {
            guard let holder = names[resource.name] else { continue }
            diagnostics.report(PlanDiagnostics.nameHeldByLeftOut(resource, holder))
        }
    }
}

extension PlanOptions {
    /// Whether a part of the system is chosen, or something to replace.
    fileprivate var isSelective: Bool {
        !targets.isEmpty || !exclusions.isEmpty || !replacements.isEmpty
    }

    /// Whether somebody asked for a new object in place of the one there is.
    func asksToReplace(_ id: ResourceAddress) -> Bool {
        replacements.contains(id) || replacements.contains(id.withoutReplica)
    }
}
