import ManifoldResources

extension SealedFacts {
    /// What of a Compose project is taken over: what goes on without being made anew, and is not in the record yet.
    func takenOver(by decisions: [ContainerDecision]) -> Note? {
        let kept = decisions.filter { decision in
            guard let live = decision.live, live.maker == .compose, !decision.isReplaced else { return false }
            return revision?.adopted.contains(live.id) != true
        }
        // Once there is a record, networks and volumes with Compose's labels are ours by their names.
        let isFirst = revision == nil
        let newNetworks = isFirst ? networks.filter { $0.address != nil && $0.record == nil }.count : 0
        let newVolumes = isFirst ? volumes.filter { $0.address != nil && $0.record == nil }.count : 0
        guard kept.count + newNetworks + newVolumes > 0 else { return nil }
        return .takenOver(containers: kept.count, networks: newNetworks, volumes: newVolumes)
    }
}
