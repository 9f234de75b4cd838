/// A block of addresses in CIDR notation, `172.18.0.0/16` or `fd00::/64`.
package struct AddressBlock: Hashable, Sendable, CustomStringConvertible {
    private let address: NetworkAddress
    private let length: Int

    /// Nil where the text is no block.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let address = NetworkAddress(parts[0]), let length = UInt8(parts[1]),
            Int(length) <= address.width
        else { return nil }
        self.address = address
        self.length = Int(length)
    }

    /// The one spelling; bits behind the length stay as they are written.
    package var description: String { "\(address)/\(length)" }

    /// Whether two have any address in common.
    package func overlaps(_ other: AddressBlock) -> Bool {
        guard address.isV6 == other.address.isV6 else { return false }
        let shorter = min(length, other.length)
        let mask: UInt128 = shorter == 0 ? 0 : ~0 << (128 - shorter)
        return address.bits & mask == other.address.bits & mask
    }
}
