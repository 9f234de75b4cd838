import ManifoldResources

/// One entry of `ports` in the short syntax: `[[address:]host:]container[/transport]`, where ports may be ranges.
struct PortText {
    /// One container port with what it is published on.
    struct Single: Hashable {
        let target: UInt16
        /// A number or a range; nil where the engine picks a port.
        let published: String?
    }

    /// What is wrong with an entry, and what to write instead.
    struct Problem: Error {
        let reason: String
        let help: String
    }

    static let transports = ["tcp", "udp", "sctp"]
    private static let form = "write `HOST:CONTAINER`, such as `8080:80`"

    let hostAddress: String?
    let transport: String
    /// In the order of the ports as texts, which is Compose's.
    let singles: [Single]

    init(_ text: String) throws(Problem) {
        let (address, host, container) = Self.parts(text)
        let (ports, transport) = try Self.transport(of: container)
        self.transport = transport
        hostAddress = try Self.address(address)
        guard !ports.isEmpty else { throw Problem(reason: "it names no container port", help: Self.form) }
        guard let targets = Self.range(ports), targets.lowerBound > 0 else {
            throw Problem(
                reason: "the container port is no number from 1 to 65535, and no range of them",
                help: Self.form
            )
        }
        guard !host.isEmpty else {
            singles = Self.ordered(targets.map { Single(target: $0, published: nil) })
            return
        }
        guard let published = Self.range(host) else {
            throw Problem(reason: "the host port is no number from 0 to 65535, and no range of them", help: Self.form)
        }
        if targets.count == 1 {
            singles = [Single(target: targets.lowerBound, published: Self.text(published))]
        } else if targets.count == published.count {
            singles = Self.ordered(zip(targets, published).map { Single(target: $0, published: "\($1)") })
        } else {
            throw Problem(
                reason: "\(published.count) host ports cannot lead to \(targets.count) container ports",
                help: "make both ranges equally long, or name a single container port"
            )
        }
    }

    /// A number or a range `first-last`, or nil where the text is neither.
    static func range(_ text: Substring) -> ClosedRange<UInt16>? {
        guard let hyphen = text.utf8.firstIndex(of: UInt8(ascii: "-")) else {
            return number(text.utf8).map { $0...$0 }
        }
        let last = text.utf8[text.utf8.index(after: hyphen)...]
        guard let first = number(text.utf8[..<hyphen]), let last = number(last), first <= last else { return nil }
        return first...last
    }

    private static func ordered(_ singles: [Single]) -> [Single] {
        if singles.count < 2 { return singles }
        return singles.map { (text: "\($0.target)/", single: $0) }.sorted { $0.text < $1.text }.map(\.single)
    }

    private static func number(_ text: Substring.UTF8View) -> UInt16? {
        DecimalNumber.whole(text).flatMap { UInt16(exactly: $0) }
    }

    private static func text(_ range: ClosedRange<UInt16>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }

    /// The last two colons separate; all before them is the address, since one of IPv6 has colons of its own.
    private static func parts(_ text: String) -> (address: Substring, host: Substring, container: Substring) {
        let colon = UInt8(ascii: ":")
        guard let last = text.utf8.lastIndex(of: colon) else { return ("", "", text[...]) }
        let container = text[text.utf8.index(after: last)...]
        let before = text[..<last]
        guard let second = before.utf8.lastIndex(of: colon) else { return ("", before, container) }
        return (before[..<second], before[before.utf8.index(after: second)...], container)
    }

    private static func transport(of text: Substring) throws(Problem) -> (ports: Substring, transport: String) {
        // By bytes: with an accent behind it, a slash is another character.
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
        guard parts.count > 1, !parts[1].isEmpty else { return (parts[0], "tcp") }
        let transport = parts[1].lowercased()
        guard transports.contains(transport) else {
            throw Problem(reason: "its transport is unknown", help: "write `/tcp`, `/udp` or `/sctp` behind the port")
        }
        return (parts[0], transport)
    }

    private static func address(_ text: Substring) throws(Problem) -> String? {
        if text.isEmpty || text == "[]" { return nil }
        let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
        let address = isBracketed ? text.dropFirst().dropLast() : text
        guard let found = NetworkAddress(address), found.isV6 == isBracketed else {
            throw Problem(
                reason: "its host address is no IP address",
                help: NetworkAddress(address)?.isV6 == true
                    ? "write an IPv6 address in brackets, such as `[::1]:8080:80`"
                    : "write a number such as `127.0.0.1`; a host name is not possible here"
            )
        }
        return String(address)
    }
}
