import DockerEngine
import ManifoldPlan
import ManifoldResources

extension LiveNetwork<FreeText> {
    init(
        _ network: NetworkInspect,
        address: ResourceAddress?,
        keyID: String?,
        guests: [String: String] = [:],
        isLabelled: Bool = true
    ) {
        var spec = NetworkSpec(name: network.name)
        spec.driver = network.driver == "bridge" || network.driver.isEmpty ? nil : network.driver
        spec.driverOptions = network.options.mapValues { FreeText(live: $0) }
        spec.addresses = AddressManagement(network.ipam)
        spec.isInternal = network.isInternal
        spec.isAttachable = network.isAttachable
        spec.hasIPv4 = network.isIPv4Enabled ?? true
        spec.hasIPv6 = network.isIPv6Enabled
        spec.labels = network.labels.filter { !LabelNames.isReserved($0.key) }.mapValues { FreeText(live: $0) }
        self.init(
            id: network.id,
            name: network.name,
            address: address,
            fields: FieldTable.network.fields(of: spec),
            record: SpecRecord(labels: network.labels, keyID: keyID),
            attached: Set(network.containers.keys),
            guests: guests,
            holders: network.holders,
            isLabelled: isLabelled
        )
    }
}

extension NetworkInspect {
    /// Ids of the running containers on it, by address.
    fileprivate var holders: [String: String] {
        let addresses = containers.flatMap { id, endpoint in endpoint.addresses.map { ($0, id) } }
        return Dictionary(addresses) { first, _ in first }
    }
}

extension NetworkInspect.Endpoint {
    /// Its addresses, which the engine writes with the length of their prefix.
    fileprivate var addresses: [String] {
        [ipv4Address, ipv6Address].compactMap { $0.split(separator: "/").first.map { String($0) } }
    }
}

extension LiveVolume<FreeText> {
    init(_ volume: Volume, address: ResourceAddress?, isLabelled: Bool, keyID: String?, created: Int64? = nil) {
        var spec = VolumeSpec(name: volume.name)
        spec.driver = volume.driver == "local" || volume.driver.isEmpty ? nil : volume.driver
        spec.driverOptions = volume.options.mapValues { FreeText(live: $0) }
        spec.labels = volume.labels.filter { !LabelNames.isReserved($0.key) }.mapValues { FreeText(live: $0) }
        self.init(
            name: volume.name,
            address: address,
            fields: FieldTable.volume.fields(of: spec),
            record: SpecRecord(labels: volume.labels, keyID: keyID),
            isLabelled: isLabelled,
            created: created
        )
    }
}
