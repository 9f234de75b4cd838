/// What a network is made from.
package struct NetworkSpec: Hashable, Sendable {
    /// The name in the engine.
    package var name: String
    /// Looked up and used, never made, changed or removed.
    package var isExternal = false
    package var driver: String?
    package var driverOptions: [String: FreeText] = [:]
    package var labels: [String: FreeText] = [:]
    package var addresses = AddressManagement()
    package var isInternal = false
    package var isAttachable = false
    package var hasIPv4 = true
    package var hasIPv6 = false

    package init(name: String) {
        self.name = name
    }
}

/// What a volume is made from.
package struct VolumeSpec: Hashable, Sendable {
    /// The name in the engine.
    package var name: String
    /// Looked up and used, never made, changed or removed.
    package var isExternal = false
    package var driver: String?
    package var driverOptions: [String: FreeText] = [:]
    package var labels: [String: FreeText] = [:]

    package init(name: String) {
        self.name = name
    }
}

/// A config or a secret: content that ends up as a file in containers.
package struct ContentSpec: Hashable, Sendable {
    package var content: FreeText

    package init(content: FreeText) {
        self.content = content
    }
}

/// What any resource is made from.
package enum ResourceSpec: Hashable, Sendable {
    case network(NetworkSpec)
    case volume(VolumeSpec)
    case config(ContentSpec)
    case secret(ContentSpec)
    case image(ImageSpec)
    case container(ContainerSpec)
}
