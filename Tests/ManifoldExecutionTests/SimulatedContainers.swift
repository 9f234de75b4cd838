import ManifoldPlan
import ManifoldResources
import ManifoldSimulation

/// A container's spec with little in it.
func container(named name: String, _ body: (inout ContainerSpec) -> Void = { _ in }) -> ContainerSpec {
    var spec = ContainerSpec()
    spec.name = name
    spec.image = "app"
    body(&spec)
    return spec
}

/// An engine that has the image `app`, and specs for services `web` and `db`, network `net` and volume `data`.
func engine(
    web: (inout ContainerSpec) -> Void = { _ in },
    db: (inout ContainerSpec) -> Void = { _ in }
) -> SimulatedEngine {
    SimulatedEngine(
        specs: [
            address("web"): .container(container(named: "web", web)),
            address("db"): .container(container(named: "db", db)),
            ResourceAddress(.network, "net"): .network(NetworkSpec(name: "net")),
            ResourceAddress(.volume, "data"): .volume(VolumeSpec(name: "data")),
        ],
        images: ["app"],
        seal: { $0.mapValues { value in value.mapText { SealedText(digest: $0.string, shown: nil) } } }
    )
}

extension SimulatedEngine {
    /// Performs one operation on objects that exist; the id is empty where nothing was made.
    @discardableResult
    func perform(_ operation: Step.Operation) throws -> String {
        try perform(operation, resolving: [:]) ?? ""
    }

    /// Creates a container of a spec and returns it as a target.
    func create(_ name: String) throws -> Step.Target {
        let id = try perform(.createContainer(address(name), name: name, carrying: [:]))
        return .existing(id: id, name: name)
    }

    /// The one container of a service.
    func live(_ name: String) throws -> LiveContainer<FreeText>? {
        facts().containers.first { $0.address == address(name) }
    }
}
