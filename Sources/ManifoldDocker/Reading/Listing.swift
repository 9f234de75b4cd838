import DockerEngine
import ManifoldResources

/// The containers on an engine as a list tells it, as far as it goes.
struct Listing: Sendable {
    let containers: [ContainerSummary]
    let breadth: Breadth
    /// What was read of some of them already, by id.
    var inspected: [String: ContainerInspect] = [:]
}

extension FactsReader {
    /// The containers on the engine as far as asked, or further where what is the system's does not tell enough.
    func list(_ breadth: Breadth, given known: OwnContainers? = nil) async throws(EngineError) -> Listing {
        var own = known?.system == system ? known : nil
        if breadth == .system, isTelling {
            let containers =
                if let own { own } else { try await OwnContainers.read(of: system, from: client) }
            own = containers
            // One that is missing will be made, and somebody may have its name or its ports.
            if Set(wantedNames(of: .service).keys).isSubset(of: containers.list.map(\.name)) {
                return Listing(containers: containers.list, breadth: .system, inspected: containers.inspected)
            }
        }
        let all = try await client.containers.list(all: true)
        return Listing(containers: all, breadth: .engine, inspected: own?.inspected ?? [:])
    }

    /// Whether the system's own containers can tell enough: one without a record is new, or to be taken over; and it may
    /// build on containers of others.
    private var isTelling: Bool {
        keyID != nil && !adopts && graph?.outsiders.isEmpty == true
    }

    /// The containers that may be the system's, in the order of the list.
    func candidates(_ listing: Listing, _ ownership: Ownership) async throws(EngineError) -> [ContainerInspect] {
        try await listing.containers.filter { ownership.mayOwn($0) }
            .parallelMap { summary throws(EngineError) in
                if let container = listing.inspected[summary.id] { return container }
                return try await client.containers.present(summary.id)
            }
            .compactMap { $0 }
    }
}
