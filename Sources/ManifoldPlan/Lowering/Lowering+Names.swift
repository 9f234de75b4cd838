import ManifoldResources

extension Lowering {
    /// Frees the names of containers that pass from one to another, so that no two ever want one at the same time.
    ///
    /// Who goes frees its name by that. Who stays under another name, or is replaced by one, is given a waiting name
    /// first: so even two that exchange their names do not wait for each other.
    mutating func vacateNames() {
        for container in facts.containers {
            if let removal = removalSteps[container.id] { nameReleases[container.name] = removal }
        }
        var takers: [String: ResourceAddress] = [:]
        for decision in containers where decision.makesContainer || decision.isRenamed {
            takers[decision.desired.name] = decision.desired.id
        }
        for decision in containers {
            guard let live = decision.live, live.name != decision.desired.name,
                let taker = takers[live.name], taker != decision.desired.id
            else { continue }
            let target = Step.Target.existing(id: live.id, name: live.name)
            let waiting = EngineNames.outgoing(decision.desired.name)
            nameReleases[live.name] = steps.add(decision.desired.id, .rename(target, to: waiting))
            vacated.insert(live.id)
        }
    }
}
