/// An IPv4 or IPv6 address as Go's `net.ParseIP`, and so the engine and Compose, takes it: no zeros in front of a number, no
/// zone.
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address from the left: of IPv4 the upper 32 bits.
    let bits: UInt128
    package let isV6: Bool

    /// How many bits an address of this version has.
    var width: Int { isV6 ? 128 : 32 }

    /// Nil where the text is no address.
    package init?(_ text: some StringProtocol) {
        let text = Substring(text).utf8
        if let address = Self.v4(text) {
            (bits, isV6) = (UInt128(address) << 96, false)
        } else if let address = Self.v6(text) {
            (bits, isV6) = (address, true)
        } else {
            return nil
        }
    }

    /// The one spelling: small letters, no zeros in front, and of IPv6 the longest run of zeros, the first of equals, left out.
    package var description: String {
        guard isV6 else {
            return (0..<4).map { "\(UInt8(truncatingIfNeeded: bits >> (120 - 8 * $0)))" }.joined(separator: ".")
        }
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> (112 - 16 * $0)) }
        var gap = 0..<0
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start > gap.count { gap = start..<index }
            start = index + 1
        }
        func join(_ part: ArraySlice<UInt16>) -> String { part.map { String($0, radix: 16) }.joined(separator: ":") }
        if gap.count < 2 { return join(groups[...]) }
        return join(groups[..<gap.lowerBound]) + "::" + join(groups[gap.upperBound...])
    }

    private static func v4(_ text: Substring.UTF8View) -> UInt32? {
        let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            let isProper = part.count == 1 || part.first != UInt8(ascii: "0")
            guard isProper, part.allSatisfy(isDigit), let number = UInt8(Substring(part)) else { return nil }
            address = address << 8 | UInt32(number)
        }
        return address
    }

    private static func v6(_ text: Substring.UTF8View) -> UInt128? {
        let colon = UInt8(ascii: ":")
        guard let first = text.firstIndex(of: colon) else { return nil }
        // `::` stands for one group of zeros at least.
        var place: Substring.Index? = first
        while let index = place, text[text.index(after: index)...].first != colon {
            place = text[text.index(after: index)...].firstIndex(of: colon)
        }
        guard let gap = place else { return groups(text).flatMap { $0.count == 8 ? value(of: $0) : nil } }
        guard let head = groups(text[..<gap]), let tail = groups(text[text.index(gap, offsetBy: 2)...]) else {
            return nil
        }
        let missing = 8 - head.count - tail.count
        return missing > 0 ? value(of: head + Array(repeating: 0, count: missing) + tail) : nil
    }

    private static func value(of groups: [UInt16]) -> UInt128 { groups.reduce(0) { $0 << 16 | UInt128($1) } }

    /// The groups between single colons; the last two can be written as an address of version 4.
    private static func groups(_ text: Substring.UTF8View) -> [UInt16]? {
        if text.isEmpty { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 8, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, let address = v4(part) {
                groups += [UInt16(address >> 16), UInt16(truncatingIfNeeded: address)]
            } else {
                guard (1...4).contains(part.count), part.allSatisfy(isHexDigit),
                    let group = UInt16(Substring(part), radix: 16)
                else { return nil }
                groups.append(group)
            }
        }
        return groups
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
    }
}
