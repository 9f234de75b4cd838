import ManifoldResources

/// Who has which address on the networks that there are, whether it was asked for or the engine has given it.
struct AddressHolders {
    /// Container ids.
    private var holders: [Claim: String] = [:]
    private var given: [String: Set<Claim>] = [:]

    init(_ facts: SealedFacts) {
        for network in facts.networks {
            for (address, id) in network.holders { add(.address(address, network: network.name), id) }
        }
        for container in facts.containers where container.state.isUp {
            for claims in container.fields.addressClaims.values {
                for claim in claims { add(claim, container.id) }
            }
        }
    }

    private mutating func add(_ claim: Claim, _ id: String) {
        holders[claim] = id
        given[id, default: []].insert(claim)
    }

    /// The id of the running container that has an address.
    subscript(_ claim: Claim) -> String? {
        holders[claim]
    }

    /// All that a container has that only one can have.
    func claims(of live: LiveContainer<SealedText>) -> Set<Claim> {
        live.fields.claims.union(given[live.id, default: []])
    }
}
