import ManifoldResources

extension Dictionary where Key == FieldName, Value == FieldValue<SealedText> {
    /// Host ports with their protocol, `8080/tcp`, ranges port by port: what two containers cannot hold at the same time.
    ///
    /// A port that the engine picks is nobody's beforehand, and on which address one is published does not matter here:
    /// waiting for a port that would have been free costs a moment, taking one that is not costs the apply.
    var publishedPorts: Set<String> {
        guard case .map(let ports)? = self["ports"] else { return [] }
        var keys: Set<String> = []
        for (target, bindings) in ports {
            guard case .set(let bindings) = bindings, let transport = target.split(separator: "/").last else {
                continue
            }
            for case .word(let binding) in bindings {
                for port in hostPorts(of: binding) { keys.insert("\(port)/\(transport)") }
            }
        }
        return keys
    }

    /// The host's ports in a binding such as `127.0.0.1:8001-8005:80/tcp`.
    private func hostPorts(of binding: String) -> [UInt16] {
        let parts = binding.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return [] }
        let ends = parts[parts.count - 2].split(separator: "-").compactMap { UInt16($0) }
        guard let first = ends.first, let last = ends.last, first <= last else { return [] }
        return Array(first...last)
    }
}
