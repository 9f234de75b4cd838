package import ManifoldResources

extension Dictionary where Key == FieldName {
    /// The subnets of a network, in order; none where a plugin manages the addresses, which are its own.
    func subnets<Text>() -> [(block: AddressBlock, text: String)] where Value == FieldValue<Text> {
        guard case .map(let entries)? = self["ipam"], entries["driver"] == nil else { return [] }
        return entries.sorted { $0.key < $1.key }
            .compactMap { key, value in
                guard key.hasSuffix(".subnet"), case .word(let text) = value else { return nil }
                return AddressBlock(text).map { ($0, text) }
            }
    }

    /// Whether two networks cannot be there at the same time, since the engine gives no address to two of them.
    package func sharesAddresses<Text>(with other: Self) -> Bool where Value == FieldValue<Text> {
        let others = other.subnets()
        return subnets().contains { own in others.contains { $0.block.overlaps(own.block) } }
    }
}

extension LiveNetwork<SealedText> {
    /// Whether it can make room for another network as soon as our containers have left it.
    var canGoEarly: Bool { guests.isEmpty }
}
