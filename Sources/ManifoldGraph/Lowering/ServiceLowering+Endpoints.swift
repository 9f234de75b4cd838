import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// What a service asks for on single networks.
extension ServiceLowering {
    mutating func lowerEndpoint(_ name: String, reporting diagnostics: inout Diagnostics) {
        guard let network = names.network(name), let setting = service.setting("networks", name) else { return }
        var endpoint = spec.endpoints[network] ?? EndpointSpec()
        endpoint.ipv4Address = address("ipv4_address", in: setting, isNewer: false, reporting: &diagnostics)
        endpoint.ipv6Address = address("ipv6_address", in: setting, isNewer: true, reporting: &diagnostics)
        endpoint.linkLocalAddresses = Set(
            (setting["link_local_ips"]?.items ?? []).compactMap { $0.text.map { AddressText.normal($0) ?? $0 } }
        )
        if let address = setting["mac_address"] {
            endpoint.macAddress = hardwareAddress(address, reporting: &diagnostics)
            origins[FieldPath("mac_address", network)] = address.origin
        }
        for (name, value) in setting["driver_opts"]?.entries ?? [] {
            endpoint.driverOptions[name] = Showability.text(value.text ?? "", named: name, from: value.origin)
        }
        endpoint.gatewayPriority = setting["gw_priority"]?.number.flatMap { $0 == 0 ? nil : $0 }
        spec.endpoints[network] = endpoint
    }

    /// Compose joins the network of the highest priority first, and those of one priority by name.
    mutating func lowerNetworkOrder() {
        func priority(_ name: String) -> Int64 { service.setting("networks", name, "priority")?.number ?? 0 }
        let ordered = service.networks.keys.sorted { left, right in
            (priority(right), left) < (priority(left), right)
        }
        guard ordered.contains(where: { priority($0) != 0 }) else { return }
        spec.networkOrder = ordered.compactMap(names.network)
    }

    /// Names that only this container sees, on each of its networks.
    mutating func lowerLinks() {
        var links: Set<String> = []
        for item in service.setting("links")?.items ?? [] {
            let parts = (item.text ?? "").split(separator: ":", maxSplits: 1).map(String.init)
            guard let name = parts.first, let other = manifest.services[name] else { continue }
            for replica in 1...max(1, other.instances) {
                let container = names.container(other, replica: replica)
                links.insert("\(container):\(parts.count > 1 ? parts[1] : name)")
                links.insert("\(container):\(name)-\(replica)")
            }
        }
        for item in service.setting("external_links")?.items ?? [] {
            let parts = (item.text ?? "").split(separator: ":", maxSplits: 1).map(String.init)
            if let name = parts.first { links.insert("\(name):\(parts.last ?? name)") }
        }
        guard !links.isEmpty else { return }
        let origin = (service.setting("links") ?? service.setting("external_links"))?.origin
        for network in spec.endpoints.keys {
            spec.endpoints[network]?.links = links
            let path = FieldPath("networks", network)
            // A network that the author does not name is what it is for the sake of the links.
            if origins[path] == nil { origins[path] = origin }
        }
    }

    /// The engine takes a hardware address only where it makes the container, and that is on the first network.
    private func checkHardwareAddresses(reporting diagnostics: inout Diagnostics) {
        let first = spec.networks.first
        for name in service.networks.keys where names.network(name) != first {
            guard let setting = service.setting("networks", name, "mac_address") else { continue }
            diagnostics.report(
                GraphDiagnostics.unsupportedValue(
                    "networks.\(name).mac_address",
                    setting,
                    of: service,
                    "the engine takes an address only on the network that is joined first",
                    help: "give this network the highest `priority`, or leave the address to the engine"
                )
            )
        }
    }

    /// The service's own `mac_address`, which is that of its first network.
    mutating func lowerHardwareAddress(reporting diagnostics: inout Diagnostics) {
        checkHardwareAddresses(reporting: &diagnostics)
        guard let setting = service.setting("mac_address"), let network = spec.networks.first,
            let address = hardwareAddress(setting, reporting: &diagnostics)
        else { return }
        if let other = spec.endpoints[network]?.macAddress, other != address,
            let place = service.setting("networks")
        {
            diagnostics.report(GraphDiagnostics.conflict("mac_address", setting, "networks", place, of: service))
        }
        spec.endpoints[network]?.macAddress = address
        origins[FieldPath("mac_address", network)] = setting.origin
    }

    private func hardwareAddress(_ setting: Setting, reporting diagnostics: inout Diagnostics) -> String? {
        guard let text = setting.text, !text.isEmpty else { return nil }
        if let address = AddressText.hardware(text) { return address }
        diagnostics.report(GraphDiagnostics.invalidAddress("mac_address", setting, of: "service `\(service.name)`"))
        return nil
    }

    private func address(
        _ key: String,
        in endpoint: Setting,
        isNewer: Bool,
        reporting diagnostics: inout Diagnostics
    ) -> String? {
        guard let setting = endpoint[key], let text = setting.text, !text.isEmpty else { return nil }
        let address = AddressText.normal(text)
        if let address, address.contains(":") == isNewer, !address.contains("/") { return address }
        diagnostics.report(GraphDiagnostics.invalidAddress(key, setting, of: "service `\(service.name)`"))
        return nil
    }
}
