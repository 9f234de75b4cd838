/// The names that objects get in the engine; they are Compose's own, so that Compose's tools find them.
package enum EngineNames {
    package static func container(system: String, service: String, replica: Int) -> String {
        "\(system)-\(service)-\(replica)"
    }

    package static func network(system: String, network: String) -> String {
        "\(system)_\(network)"
    }

    package static func volume(system: String, volume: String) -> String {
        "\(system)_\(volume)"
    }

    /// The image of a service that is built and gives it no name.
    package static func image(system: String, service: String) -> String {
        "\(system)-\(service)"
    }

    /// The name under which a container waits while its predecessor still holds the proper one.
    package static func incoming(_ name: String) -> String {
        "\(name).incoming"
    }

    /// The name that a container is given when its successor takes the proper one.
    package static func outgoing(_ name: String) -> String {
        "\(name).outgoing"
    }

    /// The volume with number `number` of a system's revision record.
    package static func revision(system: String, number: Int) -> String {
        "\(system)_manifold.\(number)"
    }
}
