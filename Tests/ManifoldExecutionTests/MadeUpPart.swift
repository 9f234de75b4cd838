import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation

/// A plan for a part of a made-up system that was applied, changed by people, and changed in the manifest.
struct MadeUpPart: CustomStringConvertible {
    /// How many choices are made up for one system.
    static let choices = 3

    let seed: UInt64
    let rehearsal: Rehearsal
    let graph: ResourceGraph
    let options: PlanOptions
    let plan: Plan
    private let facts: OpenFacts

    /// Those of one seed, each on an engine of its own; choices that cannot be planned for are passed over.
    static func all(seed: UInt64) async throws -> [MadeUpPart] {
        var generator = SystemGenerator(seed: seed)
        var random = SplitMix64(seed: seed &* 97)
        let before = generator.system()
        let graph = generator.variation(of: before).graph
        let rehearsal = try Rehearsal(seed: seed)
        try await rehearsal.apply(before.graph)
        var stranger = ContainerSpec()
        stranger.image = SystemGenerator.images[0]
        try rehearsal.engine.createForeignNetwork("elsewhere")
        try rehearsal.engine.runForeign("other-s1-1", stranger)
        for live in rehearsal.engine.facts().containers where random.chance(25) {
            _ = try Deed.allCases.randomElement(using: &random)?.done(to: live, in: rehearsal.engine)
        }
        let facts = rehearsal.engine.facts()
        var parts: [MadeUpPart] = []
        for _ in 0..<choices {
            let options = choice(in: graph, facts, &random)
            let fork = rehearsal.fork()
            guard let plan = try? fork.plan(graph, options) else { continue }
            parts.append(
                MadeUpPart(seed: seed, rehearsal: fork, graph: graph, options: options, plan: plan, facts: facts)
            )
        }
        return parts
    }

    /// Some of what there is or is wanted, by itself or as a whole service.
    private static func choice(
        in graph: ResourceGraph,
        _ facts: OpenFacts,
        _ random: inout SplitMix64
    ) -> PlanOptions {
        let wanted = graph.ordered.map(\.id).filter { [.network, .volume, .service].contains($0.kind) }
        let present =
            facts.containers.map(\.address) + facts.networks.compactMap(\.address)
            + facts.volumes.compactMap(\.address)
        let all = Set(wanted + present).sorted()
        func pick(from addresses: [ResourceAddress]) -> Set<ResourceAddress> {
            guard let address = addresses.randomElement(using: &random) else { return [] }
            return [random.chance(50) ? address.withoutReplica : address]
        }
        var options = PlanOptions()
        if random.chance(60) { options.targets = pick(from: all).union(random.chance(30) ? pick(from: all) : []) }
        if random.chance(40) { options.exclusions = pick(from: all) }
        if random.chance(40) { options.replacements = pick(from: wanted.filter { $0.kind != .volume }) }
        if options.targets.isEmpty, options.exclusions.isEmpty, options.replacements.isEmpty {
            options.targets = pick(from: wanted)
        }
        return options
    }

    /// The same choice once more, when the plan was carried out; nil where nothing that it names is there any more.
    ///
    /// Whoever asks for a replacement again gets one, so that is no part of it.
    var again: PlanOptions? {
        let facts = rehearsal.engine.facts()
        let present =
            facts.containers.map(\.address) + facts.networks.compactMap(\.address)
            + facts.volumes.compactMap(\.address) + graph.ordered.map(\.id)
        func remaining(_ chosen: Set<ResourceAddress>) -> Set<ResourceAddress> {
            chosen.filter { chosen in present.contains { $0 == chosen || $0.withoutReplica == chosen } }
        }
        var options = options
        options.replacements = []
        options.targets = remaining(options.targets)
        options.exclusions = remaining(options.exclusions)
        return options.targets.isEmpty && !self.options.targets.isEmpty ? nil : options
    }

    /// Carries the plan out.
    func apply() async throws {
        let report = try await rehearsal.apply(graph, options)
        guard report.isSuccess else { throw Failure(description: "\(self): \(failures(of: report))") }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    // MARK: What docs/planning.md says that a part is

    /// All that is wanted, and all that is there and goes.
    var everything: Set<ResourceAddress> { Set(needs.keys) }

    /// The targets and everything that they need, less what is excluded and everything that needs that.
    var extent: Set<ResourceAddress> {
        func matching(_ chosen: Set<ResourceAddress>) -> Set<ResourceAddress> {
            everything.filter { chosen.contains($0) || chosen.contains($0.withoutReplica) }
        }
        let needs = needs
        func everythingNeeded(by addresses: Set<ResourceAddress>) -> Set<ResourceAddress> {
            let more = addresses.union(addresses.flatMap { needs[$0] ?? [] })
            return more == addresses ? addresses : everythingNeeded(by: more)
        }
        let exclusions = matching(options.exclusions)
        let excluded = everything.filter { !everythingNeeded(by: [$0]).isDisjoint(with: exclusions) }
        let targets = options.targets.isEmpty ? everything : matching(options.targets)
        return everythingNeeded(by: targets.subtracting(excluded))
    }

    /// What has to come along with each: of what is wanted, what it depends on; of what goes, what has to go before it.
    private var needs: [ResourceAddress: Set<ResourceAddress>] {
        var needs = Dictionary(uniqueKeysWithValues: graph.ordered.map { ($0.id, Set($0.needs.keys)) })
        let going = facts.containers.filter { graph[$0.address] == nil }
        for container in going {
            needs[container.address, default: []]
                .formUnion(going.filter { $0.dependsOn.contains(container.address.name) }.map(\.address))
        }
        for network in facts.networks {
            guard let address = network.address, graph[address] == nil else { continue }
            needs[address] = Set(facts.containers.filter { $0.isOn(network.name) }.map(\.address))
        }
        for volume in facts.volumes {
            guard let address = volume.address, graph[address] == nil else { continue }
            needs[address] = Set(facts.containers.filter { $0.volumeNames.contains(volume.name) }.map(\.address))
        }
        return needs
    }

    var description: String {
        func list(_ option: String, _ addresses: Set<ResourceAddress>) -> String {
            addresses.sorted().map { " --\(option) \($0)" }.joined()
        }
        return "seed \(seed)" + list("target", options.targets) + list("exclude", options.exclusions)
            + list("replace", options.replacements)
    }
}

extension LiveContainer {
    fileprivate func isOn(_ network: String) -> Bool {
        if case .map(let endpoints)? = fields["networks"] { endpoints[network] != nil } else { false }
    }
}

/// What some objects are, to the last id.
struct Untouched: Equatable {
    private let containers: [LiveContainer<FreeText>]
    private let networks: [String: OpenFields]
    private let volumes: [String: OpenFields]

    init(_ facts: OpenFacts, of addresses: Set<ResourceAddress>) {
        containers = facts.containers.filter { addresses.contains($0.address) }.sorted { $0.id < $1.id }
        func isAmong(_ address: ResourceAddress?) -> Bool { address.map(addresses.contains) ?? false }
        networks = Dictionary(
            uniqueKeysWithValues: facts.networks.filter { isAmong($0.address) }.map { ($0.id, $0.fields) }
        )
        volumes = Dictionary(
            uniqueKeysWithValues: facts.volumes.filter { isAmong($0.address) }.map { ($0.name, $0.fields) }
        )
    }

    static func == (left: Untouched, right: Untouched) -> Bool {
        left.networks == right.networks && left.volumes == right.volumes
            && left.containers.count == right.containers.count
            && zip(left.containers, right.containers)
                .allSatisfy {
                    ($0.id, $0.name, $0.state, $0.started) == ($1.id, $1.name, $1.state, $1.started)
                        && ($0.fields, $0.networkIDs, $0.anonymousVolumes)
                            == ($1.fields, $1.networkIDs, $1.anonymousVolumes)
                }
    }
}

/// All that an engine has, up to ids.
struct EndState: Equatable {
    private struct Container: Equatable {
        let state: ContainerState
        let fields: OpenFields
        let image: String
        let anonymousVolumes: Set<String>
        let maker: ContainerMaker
        let files: [String: FreeText]
    }

    private let containers: [String: Container]
    private let networks: [String: OpenFields]
    private let volumes: [String: OpenFields]
    private let strangers: [String]

    init(_ engine: SimulatedEngine) {
        let facts = engine.facts()
        containers = Dictionary(
            uniqueKeysWithValues: facts.containers.map { live in
                let container = Container(
                    state: live.state,
                    fields: live.fields,
                    image: live.imageID,
                    anonymousVolumes: Set(live.anonymousVolumes.keys),
                    maker: live.maker,
                    files: engine.files(of: live.name)
                )
                return (live.name, container)
            }
        )
        networks = Dictionary(uniqueKeysWithValues: facts.networks.map { ($0.name, $0.fields) })
        volumes = Dictionary(uniqueKeysWithValues: facts.volumes.map { ($0.name, $0.fields) })
        strangers = engine.strangers
    }
}
