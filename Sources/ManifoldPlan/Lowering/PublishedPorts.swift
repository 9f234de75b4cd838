import ManifoldResources

extension Dictionary where Key == FieldName, Value == FieldValue<SealedText> {
    /// Host ports with their protocol, `8080/tcp`, ranges port by port: what two containers cannot hold at the same time.
    ///
    /// A port that the engine picks is nobody's beforehand, and on which address one is published does not matter here:
    /// waiting for a port that would have been free costs a moment, taking one that is not costs the apply.
    var publishedPorts: Set<String> {
        var keys: Set<String> = []
        for binding in portBindings {
            for port in binding.ports { keys.insert("\(port)/\(binding.transport)") }
        }
        return keys
    }

    /// The ports of the host that a container cannot do without: those of a range the engine picks from are not among them.
    ///
    /// In the network of the host or of another container nothing is published.
    var fixedPorts: [HostPort] {
        if let mode = self["network_mode"], case .word(let word) = mode, word != "bridge", word != "default" {
            return []
        }
        return portBindings.filter { $0.ports.count == 1 }
            .map { HostPort(address: $0.address, port: $0.ports.lowerBound, transport: $0.transport) }
            .sorted()
    }

    private var portBindings: [(address: String, ports: ClosedRange<UInt16>, transport: String)] {
        guard case .map(let ports)? = self["ports"] else { return [] }
        var found: [(address: String, ports: ClosedRange<UInt16>, transport: String)] = []
        for (target, bindings) in ports {
            guard case .set(let bindings) = bindings, let transport = target.parts(between: "/").last else { continue }
            for case .word(let binding) in bindings {
                guard let (address, ports) = hostPart(of: binding) else { continue }
                found.append((address, ports, String(transport)))
            }
        }
        return found
    }

    /// The same for people: as the host has them, ranges in one, with the address where it is not every one of them.
    var publishedPlaces: [String] {
        guard case .map(let ports)? = self["ports"] else { return [] }
        let places = ports.values.flatMap { bindings -> [String] in
            guard case .set(let bindings) = bindings else { return [] }
            return bindings.compactMap { $0.wordText.map(place) }
        }
        return Set(places).sorted(by: NaturalOrder.areInIncreasingOrder)
    }

    private func place(of binding: String) -> String {
        guard let colon = binding.lastIndex(of: ":") else { return "a free port for \(binding)" }
        let target = binding[binding.index(after: colon)...]
        let host = binding[..<colon]
        guard host.last != ":" else { return "a free port for \(target)" }
        return String(host + target.drop { $0 != "/" })
    }

    /// The host's part of a binding such as `127.0.0.1:8001-8005:80/tcp` or `[::1]:8080:80/tcp`.
    private func hostPart(of binding: String) -> (address: String, ports: ClosedRange<UInt16>)? {
        let parts = binding.parts(between: ":")
        guard parts.count > 1 else { return nil }
        let ends = String(parts[parts.count - 2]).parts(between: "-").compactMap { UInt16($0) }
        guard let first = ends.first, let last = ends.last, first <= last, first > 0 else { return nil }
        let address = parts.dropLast(2).joined(separator: ":")
        return (address.hasPrefix("[") ? String(address.dropFirst().dropLast()) : address, first...last)
    }
}

extension String {
    /// The text cut at each separator.
    ///
    /// Bindings are ASCII, and to cut them by characters takes ten times as long.
    fileprivate func parts(between separator: Unicode.Scalar) -> [Substring] {
        utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map(Substring.init)
    }
}
