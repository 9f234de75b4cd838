import ManifoldGraph
import ManifoldResources

/// The containers that others share namespaces or volumes with: the engine names them by id, the manifest by service.
struct Holders {
    /// Decisions about those that something is shared with, as far as they come before in the order of needs.
    private var decisions: [ResourceAddress: ContainerDecision] = [:]
    /// What a container's id stands for in the manifest's terms.
    private var names: [String: String] = [:]
    /// Containers that are ours.
    private let known: Set<String>
    /// Services that something is shared with.
    private let needed: Set<String>

    init(_ facts: SealedFacts, desired: DesiredSystem) {
        known = Set(facts.containers.map(\.id))
        needed = desired.ordered.reduce(into: []) { names, resource in
            guard !resource.sharing.isNone else { return }
            for case .service(let name) in resource.sharing.holders { names.insert(name) }
        }
        for (name, id) in facts.outsiders { names[id] = "container:\(name)" }
        // Those that left the manifest are called by the name that they had in it.
        for container in facts.containers where desired[container.address] == nil && container.address.isFirst {
            names[container.id] = "service:\(container.address.name)"
        }
    }

    mutating func add(_ decision: ContainerDecision) {
        if areNeeded(decision.desired) { decisions[decision.desired.id] = decision }
        guard decision.desired.id.isFirst, let live = decision.live else { return }
        names[live.id] = "service:\(decision.desired.id.name)"
    }

    /// Whether an instance has something of another container's, wanted or live, so that it is decided on after that one.
    static func concern(_ desired: DesiredResource, _ candidates: [LiveContainer<SealedText>]) -> Bool {
        func namesContainer(_ live: LiveContainer<SealedText>) -> Bool {
            live.fields["volumes_from"] != nil
                || modes.contains { live.fields[$0.field]?.wordText?.hasPrefix(prefix) == true }
        }
        return !desired.sharing.isNone || candidates.contains(where: namesContainer)
    }

    /// The fields in which a container's own id can stand, as another one's namespace.
    private static let modes: [(field: FieldName, mode: @Sendable (SharingSpec) -> NamespaceMode?)] = [
        ("network_mode", { $0.network }), ("ipc", { $0.ipc }), ("pid", { $0.processes }),
    ]

    private static let prefix = "container:"

    /// The first instance of a service that something is shared with.
    func decision(for holder: NamespaceMode) -> ContainerDecision? {
        guard case .service(let name) = holder else { return nil }
        return decisions[ResourceAddress(.service, name, replica: 1)]
    }

    /// Whether others share something with a container, so that it has to be there.
    func areNeeded(_ desired: DesiredResource) -> Bool {
        needed.contains(desired.id.name)
    }

    /// Live fields with ids in the manifest's terms, so that they can be compared.
    func resolving(_ live: SealedFields, for desired: DesiredResource) -> SealedFields {
        var fields = live
        for (field, mode) in Self.modes {
            guard let word = fields[field]?.wordText, word.hasPrefix(Self.prefix) else { continue }
            fields[field] = .word(name(of: word, wanted: [mode(desired.sharing)].compactMap { $0 }))
        }
        if case .map(let entries)? = fields["volumes_from"] {
            let wanted = Array(desired.sharing.volumesFrom.keys)
            let named = entries.map { (name(of: $0, wanted: wanted), $1) }
            fields["volumes_from"] = .map(Dictionary(named) { first, _ in first })
        }
        return fields
    }

    /// What `container:ID` is called in the manifest.
    private func name(of word: String, wanted: [NamespaceMode]) -> String {
        guard word.hasPrefix(Self.prefix) else { return word }
        let id = String(word.dropFirst(Self.prefix.count))
        if let name = names[id] { return name }
        // The holder was removed by somebody: which one it was is told by the one that is to be made in its place.
        let missing = wanted.filter { holder in decision(for: holder).map { $0.live == nil } ?? false }
        return !known.contains(id) && missing.count == 1 ? missing[0].description : word
    }
}

extension SharingSpec {
    /// Whether a container has all that is its own to itself.
    var isNone: Bool { self == SharingSpec() }
}

extension ResourceAddress {
    /// Whether it is the instance that things are shared with.
    fileprivate var isFirst: Bool { replica == 1 || replica == nil }
}

extension ContainerDecision {
    /// Makes the container anew, or restarts it, where one that it shares something with begins anew.
    mutating func followHolders(_ holders: Holders) {
        guard let live, !desired.sharing.isNone else { return }
        let namespaces = [desired.sharing.network, desired.sharing.ipc, desired.sharing.processes].compactMap { $0 }
        for holder in desired.sharing.holders.sorted(by: { $0.description < $1.description }) {
            guard let other = holders.decision(for: holder) else { continue }
            let address = other.desired.id
            if other.makesContainer {
                isReplaced = true
                reasons.append(.because(address, other.live == nil ? .create : .replace))
            } else if namespaces.contains(holder), live.state.status == .running, !isReplaced {
                if other.isRestarted || other.isStarted {
                    isRestarted = true
                    reasons.append(.because(address, other.isRestarted ? .restart : .start))
                } else if let started = other.live?.started, live.started < started {
                    isRestarted = true
                    reasons.append(.holderRestarted(address))
                }
            }
        }
    }

    /// Services whose new containers this one's new container shares something with, so that it stands or falls with them.
    func renewedHolders(_ decisions: [ResourceAddress: ContainerDecision]) -> [ResourceAddress] {
        desired.sharing.holders
            .compactMap { holder in
                guard case .service(let name) = holder else { return nil }
                let address = ResourceAddress(.service, name, replica: 1)
                return decisions[address]?.isReplaced == true ? address : nil
            }
            .sorted()
    }
}
