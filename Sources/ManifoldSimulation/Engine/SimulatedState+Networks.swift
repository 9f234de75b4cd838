import ManifoldExecution
import ManifoldPlan
import ManifoldResources

extension SimulatedState {
    mutating func createNetwork(
        _ name: String,
        owner: ResourceAddress?,
        fields: OpenFields
    ) throws(OperationFailure) -> String {
        guard networks[name] == nil else { throw OperationFailure("network with name \(name) already exists") }
        guard !networks.values.contains(where: { $0.fields.sharesAddresses(with: fields) }) else {
            throw OperationFailure("Pool overlaps with other one on this address space")
        }
        let id = "network-\(nextNumber())"
        let record = owner == nil ? nil : SpecRecord(seal(fields))
        networks[name] = Network(id: id, name: name, owner: owner, fields: fields, record: record)
        return id
    }

    mutating func removeNetwork(_ id: String) throws(OperationFailure) {
        guard let network = networks.values.first(where: { $0.id == id }) else {
            throw OperationFailure("network \(id) not found")
        }
        // Only running containers hold a network; a stopped one is left with an endpoint that points nowhere.
        guard attached(to: network).isEmpty else {
            throw OperationFailure("error while removing network: network \(network.name) has active endpoints")
        }
        networks[network.name] = nil
    }

    /// Ids of the running containers on a network.
    func attached(to network: Network) -> Set<String> {
        Set(containers.values.filter { $0.isUp && $0.endpoints[network.name]?.networkID == network.id }.map(\.id))
    }

    mutating func connect(_ id: String, to name: String, _ endpoint: EndpointSpec) throws(OperationFailure) {
        guard let network = networks[name] else { throw OperationFailure("network \(name) not found") }
        try checkFirstNetwork(of: container(id))
        if try container(id).isUp { try takeAddress(id, on: name, endpoint) }
        try change(id) { container throws(OperationFailure) in
            guard container.endpoints[name] == nil else {
                throw OperationFailure("endpoint with name \(container.name) already exists in network \(name)")
            }
            container.endpoints[name] = .init(spec: endpoint, networkID: container.isUp ? network.id : nil)
        }
    }

    /// A newer engine neither starts nor connects a container without the network that it was made on.
    func checkFirstNetwork(of container: SimulatedContainer) throws(OperationFailure) {
        guard let level = APILevel(script.apiVersion), level >= APILevel(1, 43), let name = container.firstNetwork,
            networks[name] == nil
        else { return }
        throw OperationFailure("could not find a network matching network mode \(name)")
    }

    /// Only one running container at a time can have an address.
    func takeAddress(_ id: String, on network: String, _ endpoint: EndpointSpec) throws(OperationFailure) {
        let others = containers.values.filter { $0.isUp && $0.id != id }.compactMap { $0.endpoints[network]?.spec }
        for address in [endpoint.ipv4Address, endpoint.ipv6Address].compactMap({ $0 })
        where others.contains(where: { [$0.ipv4Address, $0.ipv6Address].contains(address) }) {
            throw OperationFailure("Address already in use")
        }
    }

    mutating func disconnect(_ id: String, from name: String) throws(OperationFailure) {
        try change(id) { container throws(OperationFailure) in
            // One that waits for its next attempt is on no network.
            guard container.status != .restarting, container.endpoints.removeValue(forKey: name) != nil else {
                throw OperationFailure("container \(container.name) is not connected to network \(name)")
            }
        }
    }
}
