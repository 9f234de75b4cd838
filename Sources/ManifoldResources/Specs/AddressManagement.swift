/// How a network gives out addresses; what is absent is the engine's choice.
package struct AddressManagement: Hashable, Sendable {
    /// The addresses of one subnet, each in its one spelling.
    package struct Pool: Hashable, Sendable {
        package var subnet: String?
        /// The part of the subnet that addresses are taken from.
        package var range: String?
        package var gateway: String?
        /// Addresses by name that are never given out.
        package var reserved: [String: String] = [:]

        package init() {}

        /// The engine mixes the families as it likes, so pools are told apart by it.
        package var family: String {
            let addresses = [subnet, range, gateway].compactMap { $0 } + reserved.values
            return addresses.contains { $0.contains(":") } ? "ipv6" : "ipv4"
        }
    }

    package var driver: String?
    package var options: [String: FreeText] = [:]
    package var pools: [Pool] = []

    package init() {}

    package var poolsByFamily: [String: [Pool]] {
        Dictionary(grouping: pools, by: \.family)
    }
}
