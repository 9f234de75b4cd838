package import ManifoldDiagnostics
package import ManifoldGraph
package import ManifoldResources
import SideBySide

/// A graph as the planner sees it: the same resources with their fields sealed.
package struct DesiredSystem: Sendable {
    package let system: SystemIdentity
    /// What is needed comes before what needs it.
    package let ordered: [DesiredResource]
    package let inactiveServices: Set<String>
    package let activeServices: Set<String>
    private let positions: [ResourceAddress: Int]

    package init(_ graph: ResourceGraph, sealer: Sealer) {
        self.init(
            graph,
            graph.ordered.mapSideBySide(weighing: 8) { DesiredResource($0, sealer.seal($0.spec.fields)) }
        )
    }

    /// A system of the graph's resources, sealed.
    init(_ graph: ResourceGraph, _ ordered: [DesiredResource]) {
        self.init(
            system: graph.system,
            ordered: ordered,
            inactiveServices: graph.inactiveServices,
            activeServices: graph.activeServices
        )
    }

    /// A system in which nothing is wanted any more, for destroying it.
    package init(nothingOf system: SystemIdentity) {
        self.init(system: system, ordered: [], inactiveServices: [], activeServices: [])
    }

    private init(
        system: SystemIdentity,
        ordered: [DesiredResource],
        inactiveServices: Set<String>,
        activeServices: Set<String>
    ) {
        self.system = system
        self.ordered = ordered
        self.inactiveServices = inactiveServices
        self.activeServices = activeServices
        positions = Dictionary(uniqueKeysWithValues: zip(ordered.map(\.id), ordered.indices))
    }

    /// The same system as far as a plan is about it.
    func restricted(to scope: PlanScope) -> DesiredSystem {
        guard !scope.leftOut.isEmpty else { return self }
        return DesiredSystem(
            system: system,
            ordered: ordered.filter { scope.contains($0.id) },
            inactiveServices: inactiveServices,
            activeServices: activeServices
        )
    }

    /// What the wanted objects of a kind are called in the engine.
    package func engineNames(of kind: ResourceAddress.Kind) -> Set<String> {
        Set(ordered.filter { $0.id.kind == kind }.map(\.name))
    }

    package subscript(_ id: ResourceAddress) -> DesiredResource? {
        positions[id].map { ordered[$0] }
    }
}

/// One resource of a desired system; it never changes, and is handed on from stage to stage by reference.
package final class DesiredResource: Sendable {
    package let id: ResourceAddress
    /// The object's name in the engine; an image's reference; a content's own name.
    package let name: String
    package let isExternal: Bool
    package let fields: SealedFields
    package let needs: [ResourceAddress: Need]
    package let origins: [FieldPath: Origin]
    package let declaration: SourceSpan?
    package let goal: Goal
    /// Engine names of a container's networks; it is created on the first and connected to the others in this order.
    let networkNames: [String]
    /// Whose namespaces or volumes a container takes part in.
    let sharing: SharingSpec
    /// The ports of the host that a container cannot do without.
    let fixedPorts: [HostPort]
    /// Paths of the engine's host that a container mounts.
    let hostPaths: [HostPath]
    /// How a container takes a change of what is in its configs and secrets, by the file's path.
    let contentPolicies: [String: ContentPolicy]
    /// When an image is fetched.
    let pullPolicy: PullPolicy
    /// Whether an image is made here.
    let isBuilt: Bool
    /// What of a build only some builders can do, with the keys that ask for it.
    let buildDemands: Set<BuildDemand>

    init(_ resource: Resource, _ sealed: SealedFields) {
        id = resource.id
        needs = resource.needs
        origins = resource.origins
        declaration = resource.declaration
        goal = resource.goal
        // What a job is given belongs to what it has run with.
        contentPolicies = resource.goal == .completed ? [:] : resource.contentPolicies
        fields = sealed
        if case .container(let spec) = resource.spec {
            (networkNames, sharing) = (spec.networks, spec.sharing)
            (fixedPorts, hostPaths) = (fields.fixedPorts, HostPath.all(of: spec))
        } else {
            (networkNames, sharing, fixedPorts, hostPaths) = ([], SharingSpec(), [], [])
        }
        if case .image(let spec) = resource.spec {
            (pullPolicy, isBuilt) = (spec.policy, spec.build != nil)
            buildDemands = spec.build.map(BuildDemand.all) ?? []
        } else {
            (pullPolicy, isBuilt, buildDemands) = (.never, false, [])
        }
        switch resource.spec {
        case .network(let spec): (name, isExternal) = (spec.name, spec.isExternal)
        case .volume(let spec): (name, isExternal) = (spec.name, spec.isExternal)
        case .image(let spec): (name, isExternal) = (spec.reference, false)
        case .container(let spec): (name, isExternal) = (spec.name ?? resource.id.name, false)
        case .config, .secret: (name, isExternal) = (resource.id.name, false)
        }
    }

    /// The image that a container is made from, in normal form.
    var imageReference: String? {
        if case .word(let reference) = fields["image"] { reference } else { nil }
    }
}

extension ResourceSpec {
    /// The fields by the table of the resource's kind; a config's or a secret's content shows on the containers that mount it.
    package var fields: OpenFields {
        switch self {
        case .network(let spec): FieldTable.network.fields(of: spec)
        case .volume(let spec): FieldTable.volume.fields(of: spec)
        case .container(let spec): FieldTable.container.fields(of: spec)
        case .image(let spec): FieldTable.image.fields(of: spec)
        case .config, .secret: [:]
        }
    }
}

extension DesiredResource {
    /// Engine names of the volumes that a container mounts.
    var volumeNames: [String] {
        guard case .map(let mounts)? = fields["volumes"] else { return [] }
        return mounts.values.compactMap { mount in
            guard case .list(let words) = mount, words.count > 1, words[0] == .word("volume") else { return nil }
            return words[1].wordText
        }
    }
}
