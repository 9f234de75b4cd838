/// Whether a text is an IP address as Go's `net.ParseIP` takes it: no zeros in front, no zone.
enum IPAddress {
    static func isAny(_ text: Substring) -> Bool {
        isV4(text) || isV6(text)
    }

    static func isV4(_ text: Substring) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 4, omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard part.count == 1 || part.first != UInt8(ascii: "0") else { return false }
                return part.count <= 3 && DecimalNumber.whole(part).map { $0 <= 255 } ?? false
            }
    }

    static func isV6(_ text: Substring) -> Bool {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return false }
        var groups = 0
        var gaps = 0
        let halves = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        for (index, part) in halves.enumerated() {
            if part.isEmpty {
                // An empty part stands for `::`; at either end it takes two of them.
                let isEdge = index == 0 || index == halves.count - 1
                if isEdge {
                    let neighbour = index == 0 ? 1 : index - 1
                    guard halves[neighbour].isEmpty else { return false }
                }
                if !isEdge { gaps += 1 }
            } else if index == halves.count - 1, part.contains(UInt8(ascii: ".")) {
                guard isV4(Substring(part)) else { return false }
                groups += 2
            } else {
                guard part.count <= 4, part.allSatisfy(isHexDigit) else { return false }
                groups += 1
            }
        }
        if halves.allSatisfy(\.isEmpty) { return halves.count == 3 }
        return gaps == 0 ? groups == 8 : gaps == 1 && groups < 8
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        DecimalNumber.isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
    }
}
