import DockerEngine
import ManifoldPlan

extension OpenFacts {
    /// The ports and addresses of what is on the engine and not ours.
    mutating func readHoldings(of list: [ContainerSummary], _ networkList: [NetworkInspect]) {
        let own = Set(containers.map(\.id))
        for container in list where !own.contains(container.id) {
            for port in container.ports where port.publicPort > 0 {
                guard let number = UInt16(exactly: port.publicPort) else { continue }
                heldPorts.append(
                    HeldPort(
                        HostPort(address: port.ip, port: number, transport: port.type),
                        holder: container.name,
                        id: container.id,
                        owner: Ownership.describe(container.labels)
                    )
                )
            }
        }
        let ours = Set(networks.filter { $0.address != nil }.map(\.id))
        // A plugin that manages addresses has those of its own.
        let managed: Set<String> = ["", "default"]
        for network in networkList where !ours.contains(network.id) && managed.contains(network.ipam.driver) {
            for pool in network.ipam.pools where !pool.subnet.isEmpty {
                heldSubnets.append(
                    HeldSubnet(pool.subnet, holder: network.name, owner: Ownership.describe(network.labels))
                )
            }
        }
    }
}
