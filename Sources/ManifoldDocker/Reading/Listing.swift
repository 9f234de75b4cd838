import DockerEngine
import ManifoldResources

/// The containers on an engine as a list tells it, as far as it goes.
struct Listing: Sendable {
    let containers: [ContainerSummary]
    let breadth: Breadth
    /// What was read of some of them meanwhile, by id.
    var inspected: [String: ContainerInspect] = [:]
}

extension FactsReader {
    /// The containers on the engine as far as asked, or further where what is the system's does not tell enough.
    func list(_ breadth: Breadth) async throws(EngineError) -> Listing {
        // A system without a record is a new one, or to be taken over; and it may build on containers of others.
        let isKnown = keyID != nil && !adopts && graph?.outsiders.isEmpty == true
        if breadth == .system, isKnown, let listing = try await ours() { return listing }
        return Listing(containers: try await client.containers.list(all: true), breadth: .engine)
    }

    /// The system's own containers; nil where one is missing: it will be made, and somebody may have its name or its ports.
    private func ours() async throws(EngineError) -> Listing? {
        let names = wantedNames(of: .service).keys.sorted()
        // All containers of a system have this label, those that Compose made as well.
        let ours = EngineFilters(labels: ["\(LabelNames.composeProject)=\(system)"])
        return try await onlyEngineErrors { () -> Listing? in
            // As a rule they are the ones that the manifest names, so they are looked at while the engine lists them.
            async let expected = names.parallelMap { name throws(EngineError) in try await inspected(name) }
            let list = try await client.containers.list(all: true, filters: ours)
            guard Set(names).isSubset(of: list.map(\.name)) else { return nil }
            let looks = try await expected.compactMap { $0 }.map { ($0.id, $0) }
            return Listing(
                containers: list,
                breadth: .system,
                inspected: Dictionary(looks) { first, _ in first }
            )
        }
    }

    /// The containers that may be the system's, in the order of the list.
    func candidates(_ listing: Listing, _ ownership: Ownership) async throws(EngineError) -> [ContainerInspect] {
        try await listing.containers.filter { ownership.mayOwn($0) }
            .parallelMap { summary throws(EngineError) in
                if let container = listing.inspected[summary.id] { return container }
                return try await inspected(summary.id)
            }
            .compactMap { $0 }
    }

    /// A container by its name or id; nil where it is gone since it was listed: that is how it is then.
    private func inspected(_ name: String) async throws(EngineError) -> ContainerInspect? {
        do throws(EngineError) {
            return try await client.containers.inspect(name)
        } catch  where error.isNotFound {
            return nil
        }
    }
}
