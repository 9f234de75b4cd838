import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// How a declared network gives out addresses.
struct AddressLowering {
    private let network: String
    private(set) var addresses = AddressManagement()
    private(set) var origins: [FieldPath: Origin] = [:]

    init(_ ipam: Setting, of network: String, reporting diagnostics: inout Diagnostics) {
        self.network = network
        // `default` is what the engine takes by itself.
        if let driver = ipam["driver"], let name = driver.text, !name.isEmpty, name != "default" {
            addresses.driver = name
            origins[FieldPath("ipam", "driver")] = driver.origin
        }
        for (name, value) in ipam["options"]?.entries ?? [] {
            addresses.options[name] = Showability.text(value.text ?? "", named: name, from: value.origin)
            origins[FieldPath("ipam", "options.\(name)")] = value.origin
        }
        for pool in ipam["config"]?.items ?? [] { add(pool, reporting: &diagnostics) }
        origins[FieldPath("ipam")] = ipam.origin
    }

    private mutating func add(_ setting: Setting, reporting diagnostics: inout Diagnostics) {
        var pool = AddressManagement.Pool()
        pool.subnet = address("subnet", in: setting, reporting: &diagnostics)
        pool.range = address("ip_range", in: setting, reporting: &diagnostics)
        pool.gateway = address("gateway", in: setting, reporting: &diagnostics)
        for (name, value) in setting["aux_addresses"]?.entries ?? [] {
            pool.reserved[name] = value.text.map { AddressText.normal($0) ?? $0 }
        }
        guard pool != AddressManagement.Pool() else { return }
        let count = addresses.poolsByFamily[pool.family, default: []].count
        let place = count == 0 ? pool.family : "\(pool.family).\(count + 1)"
        for key in ["subnet", "ip_range", "gateway"] {
            origins[FieldPath("ipam", "\(place).\(key)")] = setting[key]?.origin
        }
        for (name, value) in setting["aux_addresses"]?.entries ?? [] {
            origins[FieldPath("ipam", "\(place).aux_addresses.\(name)")] = value.origin
        }
        addresses.pools.append(pool)
    }

    private func address(
        _ key: String,
        in setting: Setting,
        reporting diagnostics: inout Diagnostics
    ) -> String? {
        guard let value = setting[key], let text = value.text, !text.isEmpty else { return nil }
        let address = AddressText.normal(text)
        if let address, address.contains("/") == (key != "gateway") { return address }
        diagnostics.report(GraphDiagnostics.invalidAddress(key, value, of: "network `\(network)`"))
        return nil
    }
}
