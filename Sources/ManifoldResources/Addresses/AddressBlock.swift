/// A block of IP addresses in CIDR notation, `172.18.0.0/16` or `fd00::/64`, for telling whether two have any in common.
package struct AddressBlock: Hashable, Sendable {
    private let bits: UInt128
    private let length: Int
    private let isV6: Bool

    /// Nil where the text is no block.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let length = Int(parts[1]) else { return nil }
        isV6 = parts[0].contains(":")
        guard let address = isV6 ? Self.v6(parts[0]) : Self.v4(parts[0]).map({ UInt128($0) << 96 }) else { return nil }
        guard (0...(isV6 ? 128 : 32)).contains(length) else { return nil }
        self.length = length
        bits = address & Self.mask(length)
    }

    package func overlaps(_ other: AddressBlock) -> Bool {
        guard isV6 == other.isV6 else { return false }
        let mask = Self.mask(min(length, other.length))
        return bits & mask == other.bits & mask
    }

    private static func mask(_ length: Int) -> UInt128 { length == 0 ? 0 : ~0 << (128 - length) }

    private static func v4(_ text: Substring) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard let part else { return nil }
            address = address << 8 | UInt32(part)
        }
        return address
    }

    private static func v6(_ text: Substring) -> UInt128? {
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        guard let head = groups(halves[0]), let tail = halves.count == 2 ? groups(halves[1]) : [] else { return nil }
        let missing = 8 - head.count - tail.count
        guard halves.count == 2 ? missing >= 0 : missing == 0 else { return nil }
        return (head + Array(repeating: 0, count: missing) + tail).reduce(0) { $0 << 16 | UInt128($1) }
    }

    /// The groups of 16 bits; the last two can be written as an address of version 4.
    private static func groups(_ text: Substring) -> [UInt16]? {
        if text.isEmpty { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, let address = v4(part) {
                groups += [UInt16(address >> 16), UInt16(truncatingIfNeeded: address)]
            } else {
                guard let group = UInt16(part, radix: 16) else { return nil }
                groups.append(group)
            }
        }
        return groups
    }
}
