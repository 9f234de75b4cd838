import ManifoldResources

/// Of several containers for one address (an interrupted apply leaves two), which one goes on and which ones go.
struct CandidateChoice {
    let chosen: LiveContainer<SealedText>?
    let others: [LiveContainer<SealedText>]

    /// Ranks the candidates for the container that is to be called `name`; `matches` tells whether one is already what
    /// the manifest wants.
    init(
        among candidates: [LiveContainer<SealedText>],
        named name: String,
        matches: (LiveContainer<SealedText>) -> Bool
    ) {
        guard candidates.count > 1 else {
            (chosen, others) = (candidates.first, [])
            return
        }
        // One that never ran was never accepted, nor was one that was taken back to its waiting name, nor one that
        // failed while its predecessor still waits; and what it was to replace may be the only one that works.
        let hasPredecessor = candidates.contains { $0.name == EngineNames.outgoing(name) }
        func wasAccepted(_ candidate: LiveContainer<SealedText>) -> Bool {
            let hasFailed = candidate.state.status == .exited && candidate.state.exitCode != 0
            return candidate.state.hasRun && candidate.name != EngineNames.incoming(name)
                && !(hasPredecessor && hasFailed && candidate.name == name)
        }
        func rank(_ candidate: LiveContainer<SealedText>) -> (Int, Int, Int, Int, Int) {
            (
                candidate.maker == .manifold ? 1 : 0,
                wasAccepted(candidate) ? 1 : 0,
                matches(candidate) ? 1 : 0,
                candidate.state.status == .running ? 1 : 0,
                candidate.name == name ? 1 : 0
            )
        }
        let ranked = candidates.map { (rank: rank($0), container: $0) }
            .sorted { left, right in
                left.rank == right.rank
                    ? (left.container.age, left.container.id) > (right.container.age, right.container.id)
                    : left.rank > right.rank
            }
        chosen = ranked.first?.container
        others = ranked.dropFirst().map(\.container)
    }
}

extension LiveContainer {
    /// The creation time in a form that sorts: the engine leaves zeros out at the end of a fraction, and without the
    /// `Z` the shorter text is the earlier time.
    fileprivate var age: Substring {
        created.hasSuffix("Z") ? created.dropLast() : created[...]
    }
}
