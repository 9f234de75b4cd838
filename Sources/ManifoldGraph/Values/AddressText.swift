/// The one spelling of network addresses, since the engine echoes every other.
package enum AddressText {
    /// An IPv4 or IPv6 address, with or without the length of its network; nil for anything else.
    package static func normal(_ text: String) -> String? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = version4(parts[0]) ?? version6(parts[0]) else { return nil }
        guard parts.count == 2 else { return address }
        guard let length = UInt8(parts[1]), length <= (address.contains(":") ? 128 : 32) else { return nil }
        return "\(address)/\(length)"
    }

    /// A hardware address in lower case with colons; nil for anything else.
    package static func hardware(_ text: String) -> String? {
        let groups = text.lowercased().split(whereSeparator: { $0 == ":" || $0 == "-" })
        let isProper = groups.allSatisfy { $0.count == 2 && UInt8($0, radix: 16) != nil }
        return groups.count == 6 && isProper ? groups.joined(separator: ":") : nil
    }

    private static func version4(_ text: Substring) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let numbers = parts.compactMap { $0.utf8.allSatisfy { (48...57).contains($0) } ? UInt8($0) : nil }
        return numbers.count == 4 ? numbers.map(String.init).joined(separator: ".") : nil
    }

    private static func version6(_ text: Substring) -> String? {
        guard text.contains(":"), let groups = groups(text) else { return nil }
        // The longest run of zeros, the first of equals, is left out.
        var best = 0..<0
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start > best.count { best = start..<index }
            start = index + 1
        }
        func join(_ part: ArraySlice<UInt16>) -> String { part.map { String($0, radix: 16) }.joined(separator: ":") }
        if best.count < 2 { return join(groups[...]) }
        return join(groups[..<best.lowerBound]) + "::" + join(groups[best.upperBound...])
    }

    /// The eight groups of an IPv6 address.
    private static func groups(_ text: Substring) -> [UInt16]? {
        guard let gap = firstGap(text) else {
            let all = numbers(text)
            return all?.count == 8 ? all : nil
        }
        let before = text[..<gap]
        let after = text[text.index(gap, offsetBy: 2)...]
        guard firstGap(after) == nil, let left = numbers(before), let right = numbers(after),
            left.count + right.count < 8
        else { return nil }
        return left + [UInt16](repeating: 0, count: 8 - left.count - right.count) + right
    }

    private static func firstGap(_ text: Substring) -> Substring.Index? {
        var previous: Character?
        for index in text.indices {
            if text[index] == ":", previous == ":" { return text.index(before: index) }
            previous = text[index]
        }
        return nil
    }

    /// Groups between single colons, the last of which may be an IPv4 address.
    private static func numbers(_ text: Substring) -> [UInt16]? {
        if text.isEmpty { return [] }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var tail: [UInt16] = []
        if let last = parts.last, last.contains(".") {
            guard let address = version4(last) else { return nil }
            let bytes = address.split(separator: ".").compactMap { UInt16($0) }
            tail = [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
            parts.removeLast()
        }
        let groups = parts.compactMap {
            (1...4).contains($0.count) && $0.allSatisfy(\.isHexDigit) ? UInt16($0, radix: 16) : nil
        }
        return groups.count == parts.count ? groups + tail : nil
    }
}
