package import ManifoldResources

/// A small system in terms that are easy to make up and to change; `graph` has it in full.
package struct SystemSketch: Sendable {
    package var name: String
    package var networks: [String: NetworkSketch] = [:]
    package var volumes: Set<String> = []
    /// A service needs only services before it.
    package var services: [ServiceSketch] = []

    package init(name: String) {
        self.name = name
    }

    package struct NetworkSketch: Hashable, Sendable {
        package var isInternal = false
        package var subnet: String?

        package init(isInternal: Bool = false) {
            self.isInternal = isInternal
        }
    }

    package struct ServiceSketch: Hashable, Sendable {
        package var name: String
        package var image: String
        package var replicas = 1
        /// Whether it runs to its end instead of going on.
        package var isJob = false
        package var isChecked = false
        package var environment: [String: String] = [:]
        package var networks: Set<String> = []
        /// Addresses that it asks for, by network.
        package var addresses: [String: String] = [:]
        /// Names of volumes, by the path in the container.
        package var mounts: [String: String] = [:]
        /// The port that it publishes.
        package var hostPort: UInt16?
        package var memory: Int64?
        package var pids: Int64?
        package var restart: RestartPolicy?
        /// The content of its config file.
        package var config: String?
        /// How it takes a change of that.
        package var contentPolicy: ContentPolicy?
        /// Names of the services that it needs.
        package var needs: Set<String> = []
        /// Whether it is restarted when one that it needs is replaced or restarted.
        package var followsRestarts = false

        package init(_ name: String, image: String) {
            self.name = name
            self.image = image
        }
    }
}
