import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// A system as a manifest wants it, beside what an engine holds of it: a test changes one of the two and looks at the plan.
struct Scene {
    static let sealer = Sealer(key: Array(0..<32))
    static let image = "docker.io/library/app:1"

    /// What is wanted, in terms that are easy to change.
    struct Want {
        var spec: ResourceSpec
        var needs: [ResourceAddress: Need] = [:]
        var goal = Goal.existing
        var origins: [FieldPath: Origin] = [:]
        var contentPolicies: [String: ContentPolicy] = [:]
    }

    var wants: [ResourceAddress: Want] = [:]
    var inactiveServices: Set<String> = []
    var options = PlanOptions()
    /// The version in which the engine is asked.
    var apiVersion = "1.41"

    var containers: [LiveSketch] = []
    var networks: [NetworkSketch] = []
    var volumes: [VolumeSketch] = []
    var images: [String: ImageSketch] = [:]
    var foreign: [ForeignObject] = []
    var heldPorts: [HeldPort] = []
    var heldSubnets: [HeldSubnet] = []
    var strayVolumes: [StrayVolume] = []
    /// Networks that containers were made on and that are gone.
    var lostNetworks: Set<String> = []
    /// Paths that the engine's host does not have.
    var missingHostPaths: Set<String> = []
    /// Ids of containers of others, by name.
    var outsiders: [String: String] = [:]
    var revision: RevisionFacts?

    /// Wants a service, or changes how it is wanted; what it names must be wanted by itself.
    mutating func service(
        _ name: String,
        replica: Int = 1,
        goal: Goal? = nil,
        needs: [String: Need] = [:],
        onChange policies: [String: ContentPolicy]? = nil,
        _ change: (inout ContainerSpec) -> Void = { _ in }
    ) {
        let address = ResourceAddress(.service, name, replica: replica)
        var want = wants[address] ?? Self.newService(address)
        if case .container(var spec) = want.spec {
            change(&spec)
            want.spec = .container(spec)
        }
        if let goal { want.goal = goal }
        if let policies { want.contentPolicies = policies }
        for (needed, need) in needs { want.needs[ResourceAddress(.service, needed, replica: 1)] = need }
        wants[address] = want
    }

    private static func newService(_ address: ResourceAddress) -> Want {
        var spec = ContainerSpec()
        spec.name = EngineNames.container(system: "shop", service: address.name, replica: address.replica ?? 1)
        spec.image = image
        return Want(spec: .container(spec), goal: .running)
    }

    /// Wants a network, or changes how it is wanted.
    mutating func network(_ name: String, _ change: (inout NetworkSpec) -> Void = { _ in }) {
        let address = ResourceAddress(.network, name)
        var spec = NetworkSpec(name: EngineNames.network(system: "shop", network: name))
        if case .network(let known)? = wants[address]?.spec { spec = known }
        change(&spec)
        wants[address, default: Want(spec: .network(spec))].spec = .network(spec)
    }

    /// Wants a volume, or changes how it is wanted.
    mutating func volume(_ name: String, _ change: (inout VolumeSpec) -> Void = { _ in }) {
        let address = ResourceAddress(.volume, name)
        var spec = VolumeSpec(name: EngineNames.volume(system: "shop", volume: name))
        if case .volume(let known)? = wants[address]?.spec { spec = known }
        change(&spec)
        wants[address, default: Want(spec: .volume(spec))].spec = .volume(spec)
    }

    /// Wants a resource no longer.
    mutating func drop(_ address: ResourceAddress) {
        wants[address] = nil
    }

    /// The graph of what is wanted; images are there because containers name them.
    var graph: ResourceGraph {
        var diagnostics = Diagnostics()
        let references = Set(wants.values.compactMap(\.containerSpec?.image))
        let images = references.map {
            Resource(id: ResourceAddress(.image, $0), spec: .image(ImageSpec(reference: $0)))
        }
        let resources = wants.map { address, want in
            Resource(
                id: address,
                spec: want.spec,
                needs: want.needs,
                origins: want.origins,
                goal: want.goal,
                contentPolicies: want.contentPolicies
            )
        }
        let identity = SystemIdentity(name: "shop", directory: "/systems/shop", files: [])
        guard
            let graph = ResourceGraph(
                system: identity,
                resources: resources + images,
                inactiveServices: inactiveServices,
                reporting: &diagnostics
            )
        else { preconditionFailure("a scene is closed and has no circles: \(diagnostics.sorted)") }
        return graph
    }

    var desired: DesiredSystem {
        DesiredSystem(graph, sealer: Self.sealer)
    }
}

extension Scene.Want {
    var containerSpec: ContainerSpec? {
        if case .container(let spec) = spec { spec } else { nil }
    }
}
