package import ManifoldPlan
package import ManifoldResources

/// What a system looks like on its engine right now, as rows to show.
package struct SystemStatus: Sendable {
    /// One instance of a service; without a container where the manifest asks for one that is not there.
    package struct Instance: Sendable {
        package let address: ResourceAddress
        package let container: Container?

        package init(address: ResourceAddress, container: Container?) {
            self.address = address
            self.container = container
        }
    }

    package struct Container: Sendable {
        package let name: String
        package let state: ContainerState
        /// Published ports as the engine has them: `0.0.0.0:8080:80/tcp`.
        package let ports: [String]
        package let image: String

        package init(name: String, state: ContainerState, ports: [String], image: String) {
            self.name = name
            self.state = state
            self.ports = ports
            self.image = image
        }
    }

    /// A network or a volume; without a name in the engine where it is not there.
    package struct Part: Sendable {
        package let address: ResourceAddress
        package let name: String?

        package init(address: ResourceAddress, name: String?) {
            self.address = address
            self.name = name
        }
    }

    package let system: String
    package let engine: EngineFacts
    package var instances: [Instance] = []
    package var parts: [Part] = []
    /// Who is applying right now, in words.
    package var holder: String?

    package init(system: String, engine: EngineFacts) {
        self.system = system
        self.engine = engine
    }
}
