package import ManifoldDiagnostics
import ManifoldGraph
import ManifoldResources
import SideBySide

/// Makes plans: a pure, deterministic function of what is wanted, what is there and what is consented to.
package struct Planner: Sendable {
    private let options: PlanOptions

    package init(_ options: PlanOptions = PlanOptions()) {
        self.options = options
    }

    /// The plan that brings the engine to the desired system; nil where something stands in the way, which is reported.
    package func plan(
        _ whole: DesiredSystem,
        given facts: SealedFacts,
        reporting diagnostics: inout Diagnostics
    ) -> Plan? {
        var found = Diagnostics()
        let scope = PlanScope(options, of: whole, given: facts, reporting: &found)
        let desired = whole.restricted(to: scope)
        let departures = Departures(from: whole, within: scope, given: facts, options: options)
        let twins = NetworkTwins(facts)
        twins.report(desired, to: &found)
        reportTakenNames(desired, facts, besides: twins, reporting: &found)
        EngineLimits(facts).check(desired, reporting: &found)
        let liveNetworks = Dictionary(grouping: facts.networks, by: \.name)
        let networks = desired.ordered.filter { $0.id.kind == .network }
            .map { resource in
                NetworkDecision(
                    resource,
                    live: liveNetworks[resource.name] ?? [],
                    isAskedToGo: options.asksToReplace(resource.id),
                    in: desired,
                    given: facts,
                    reporting: &found
                )
            }
        let lostNetworks = LostNetworks(facts, networks, departures)
        scope.checkOutsiders(of: desired, networks, departures, lostNetworks, given: facts, reporting: &found)
        let liveVolumes = Dictionary(facts.volumes.map { ($0.name, $0) }) { first, _ in first }
        let volumes = desired.ordered.filter { $0.id.kind == .volume }
            .map { VolumeDecision($0, live: liveVolumes[$0.name], given: facts, reporting: &found) }
        let inputs = BuildInputs(desired, given: facts)
        let images = desired.ordered.filter { $0.id.kind == .image }.map { ImageDecision($0, given: facts, inputs) }
        BuildObstacles(facts).check(images, reporting: &found)
        let containers = decideContainers(desired, facts, networks, images, lostNetworks)
        reportMissingImages(images, needed: containers, reporting: &found)
        PortConflicts(system: desired, facts: facts, containers: containers).report(to: &found)
        AddressConflicts(
            system: desired,
            facts: facts,
            networks: networks,
            containers: containers,
            departures: departures,
            scope: scope
        )
        .report(to: &found)
        MissingHostPaths(facts: facts, containers: containers).report(to: &found)
        SubnetConflicts(facts: facts, networks: networks, departures: departures).report(to: &found)
        for diagnostic in found.sorted { diagnostics.report(diagnostic) }
        guard !found.hasErrors else { return nil }

        let demandedImages = images.demanded(by: containers)
        var lowering = Lowering(
            facts: facts,
            networks: networks,
            volumes: volumes,
            images: demandedImages,
            containers: containers,
            lostNetworks: lostNetworks
        )
        lowering.lower(departures)
        let changes = Changes(
            networks: networks,
            volumes: volumes,
            containers: containers,
            departures: departures,
            images: demandedImages,
            outages: Outages(lowering, departures)
        )
        return Plan(
            system: desired.system,
            engine: facts.engine,
            changes: changes.all,
            notes: notes(volumes, images, containers, departures, facts),
            steps: lowering.steps.all,
            unchangedCount: changes.unchangedCount,
            leftOut: scope.leftOut.sorted()
        )
    }

    private func reportTakenNames(
        _ desired: DesiredSystem,
        _ facts: SealedFacts,
        besides twins: NetworkTwins,
        reporting diagnostics: inout Diagnostics
    ) {
        let foreign = Dictionary(facts.foreign.map { (ForeignKey(kind: $0.kind, name: $0.name), $0) }) { first, _ in
            first
        }
        let project = facts.foreign.filter(\.isAdoptable)
        if !project.isEmpty { diagnostics.report(PlanDiagnostics.composeProject(desired.system.name, project)) }
        // A container of a service that a profile switches off is ours, but left alone with its name.
        let leftAlone = facts.containers.filter { desired.inactiveServices.contains($0.address.name) }
        let held = Dictionary(leftAlone.map { ($0.name, $0) }) { first, _ in first }
        guard !foreign.isEmpty || !held.isEmpty else { return }
        for resource in desired.ordered where !resource.isExternal {
            if resource.id.kind == .service, let holder = held[resource.name] {
                diagnostics.report(PlanDiagnostics.nameHeldByInactive(resource, holder.address))
            }
            if let holder = foreign[ForeignKey(kind: resource.id.kind, name: resource.name)], !holder.isAdoptable,
                !twins.include(resource)
            {
                diagnostics.report(PlanDiagnostics.nameTaken(resource, by: holder))
            }
        }
    }

    /// Images that are not there, and that nobody may fetch.
    private func reportMissingImages(
        _ images: [ImageDecision],
        needed containers: [ContainerDecision],
        reporting diagnostics: inout Diagnostics
    ) {
        let missing = images.filter(\.isUnobtainable)
        guard !missing.isEmpty else { return }
        let needed = Set(containers.filter(\.makesContainer).compactMap(\.desired.imageReference))
        for image in missing where needed.contains(image.desired.name) {
            diagnostics.report(PlanDiagnostics.imageMissing(image.desired))
        }
    }

    private func decideContainers(
        _ desired: DesiredSystem,
        _ facts: SealedFacts,
        _ networks: [NetworkDecision],
        _ images: [ImageDecision],
        _ lostNetworks: LostNetworks
    ) -> [ContainerDecision] {
        var lasting: [String: String] = [:]
        var renewed: [String: (ResourceAddress, Action)] = [:]
        for network in networks {
            switch network.outcome {
            case .keep: lasting[network.desired.name] = network.live?.id
            case .create: renewed[network.desired.name] = (network.desired.id, .create)
            case .replace: renewed[network.desired.name] = (network.desired.id, .replace)
            }
        }
        var decider = ContainerDecider(
            facts: facts,
            lastingNetworks: lasting,
            renewedNetworks: renewed,
            lostNetworks: lostNetworks,
            images: Dictionary(uniqueKeysWithValues: images.map { ($0.desired.name, $0) }),
            holders: Holders(facts, desired: desired),
            options: options
        )
        let candidates = Dictionary(grouping: facts.containers, by: \.address)
        let services = desired.ordered.filter { $0.id.kind == .service }
        // Nearly all have their namespaces and volumes to themselves, and wait for no other decision.
        let early = services.mapSideBySide(weighing: 8) { [decider] resource in
            let candidates = candidates[resource.id] ?? []
            return Holders.concern(resource, candidates) ? nil : decider.decide(resource, among: candidates)
        }
        var decisions: [ContainerDecision] = []
        var begunAnew: [ResourceAddress: Action] = [:]
        for (resource, early) in zip(services, early) {
            var decision = early ?? decider.decide(resource, among: candidates[resource.id] ?? [])
            decision.followRestarts(of: begunAnew)
            decider.holders.add(decision)
            if decision.beginsAnew { begunAnew[resource.id] = decision.isReplaced ? .replace : .restart }
            decisions.append(decision)
        }
        return decisions
    }

    private func notes(
        _ volumes: [VolumeDecision],
        _ images: [ImageDecision],
        _ containers: [ContainerDecision],
        _ departures: Departures,
        _ facts: SealedFacts
    ) -> [Note] {
        var notes = facts.revision?.holder.map { [Note.applyUnderWay($0)] } ?? []
        if options.adopts, let note = facts.takenOver(by: containers) { notes.append(note) }
        notes += volumes.flatMap(\.notes) + images.flatMap(\.notes)
        for decision in containers where decision.actions.isEmpty {
            guard let state = decision.live?.state else { continue }
            if state.health == .unhealthy { notes.append(.unhealthy(decision.desired.id)) }
            if state.status == .restarting { notes.append(.crashLoop(decision.desired.id)) }
        }
        for decision in containers {
            notes += decision.dropped.map { .valueDropped(decision.desired.id, $0) }
        }
        let destroyed = Set(departures.volumes.compactMap(\.address))
        notes += options.destroyableVolumes.subtracting(destroyed).sorted().map { .consentUnused($0) }
        return notes + departures.notes
    }
}

private struct ForeignKey: Hashable {
    let kind: ResourceAddress.Kind
    let name: String
}
