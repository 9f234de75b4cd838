import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// How the container is reached: published ports and places on networks.
extension ServiceLowering {
    mutating func lowerPorts() {
        for port in service.ports {
            guard let transport = PortBinding.Transport(rawValue: port.transport) else {
                preconditionFailure("a manifest has only transports that there are, not \(port.transport)")
            }
            spec.ports.insert(
                PortBinding(
                    target: port.target,
                    transport: transport,
                    hostAddress: Self.address(port.hostAddress ?? ""),
                    hostPort: Self.hostPort(port.published ?? "")
                )
            )
            let path = FieldPath("ports", "\(port.target)/\(transport.rawValue)")
            if origins[path] == nil { origins[path] = port.origin }
        }
    }

    mutating func lowerNetworks(reporting diagnostics: inout Diagnostics) {
        if let mode = spec.sharing.network {
            // The default network of the engine, on which nobody has a name.
            guard mode == .named("bridge") else { return }
            spec.endpoints["bridge"] = EndpointSpec()
            origins[FieldPath("networks", "bridge")] = origins[FieldPath("network_mode")]
        } else if service.networks.isEmpty {
            join("default", aliases: [], from: nil)
        } else {
            for (name, place) in service.networks {
                join(name, aliases: place.aliases.map(\.value), from: place.origin)
                lowerEndpoint(name, reporting: &diagnostics)
            }
            lowerNetworkOrder()
        }
        lowerLinks()
        lowerHardwareAddress(reporting: &diagnostics)
    }

    private mutating func join(_ name: String, aliases: [String], from origin: Origin?) {
        // A network that nobody declares is a need without a resource, which the graph reports.
        need(ResourceAddress(.network, name), at: origin?.span ?? service.span)
        guard let engineName = names.network(name) else { return }
        spec.endpoints[engineName, default: EndpointSpec()].aliases.formUnion([service.name] + aliases)
        origins[FieldPath("networks", engineName)] = origin
    }

    /// The engine does not read brackets: `[::1]` would publish on all addresses.
    private static func address(_ text: String) -> String {
        text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    }

    /// A port or a range without leading zeros; `0` is the engine's choice.
    private static func hostPort(_ text: String) -> String {
        let ends = text.split(separator: "-").map { String($0.drop { $0 == "0" }) }
        return ends.allSatisfy(\.isEmpty) ? "" : ends.joined(separator: "-")
    }
}
