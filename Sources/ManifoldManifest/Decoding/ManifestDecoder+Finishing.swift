import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// What can be said of a service only when all of its keys have been read.
extension ManifestDecoder {
    /// Completes the model and the normal form.
    mutating func finish(_ draft: inout ServiceDraft, at field: Field) {
        addImpliedDependencies(to: &draft.service)
        let service = draft.service
        let place = Origin(service.span).implied
        var added = NormalMapping()
        if let origin = draft.environmentOrigin {
            added.add("environment", Node.normal(service.environment, from: origin).unlessEmpty)
        }
        if let origin = draft.labelsOrigin {
            added.add("labels", Node.normal(service.labels, from: origin).unlessEmpty)
        }
        var dependencies = NormalMapping()
        for (name, dependency) in service.dependsOn { dependencies.add(name, dependency.normal) }
        added.add("depends_on", dependencies.sorted(from: place).unlessEmpty)
        if service.networks.isEmpty, service.normal["network_mode"] == nil {
            var networks = NormalMapping()
            networks.add("default", .null(at: place))
            added.add("networks", networks.node(from: place))
        }
        // Compose writes these two in any case.
        for key in ["command", "entrypoint"] where service.normal[key] == nil {
            added.add(key, .null(at: place))
        }
        draft.service.normal = service.normal.adding(added.pairs, by: KeyTable<ServiceDraft>.service)
    }

    /// Services that share something with others wait for them.
    private func addImpliedDependencies(to service: inout Service) {
        func imply(_ name: some StringProtocol, restart: Bool, at node: Node) {
            guard service.dependsOn[String(name)] == nil else { return }
            var dependency = Dependency(.started, origin: node.origin)
            dependency.restart = restart
            service.dependsOn[String(name)] = dependency
        }
        for link in service.normal["links"]?.items ?? [] {
            guard let parts = link.scalarText?.split(separator: ":", omittingEmptySubsequences: false) else { continue }
            imply(parts.count == 2 ? String(parts[0]) : parts.joined(separator: ":"), restart: true, at: link)
        }
        for key in ["network_mode", "ipc", "pid", "uts", "cgroup"] {
            guard let node = service.normal[key], let text = node.scalarText, text.hasPrefix("service:") else {
                continue
            }
            imply(text.dropFirst("service:".count), restart: true, at: node)
        }
        for entry in service.normal["volumes_from"]?.items ?? [] {
            guard let text = entry.scalarText, !text.hasPrefix("container:") else { continue }
            imply(text.prefix { $0 != ":" }, restart: false, at: entry)
        }
    }
}

extension Node {
    /// The mapping, which is in the order of a table, with further entries in their places.
    func adding<Target>(_ further: [Pair], by table: KeyTable<Target>) -> Node {
        guard !further.isEmpty else { return self }
        func place(_ pair: Pair) -> Int { pair.key.scalarText.flatMap(table.index) ?? .max }
        let old = pairs ?? []
        let new = further.map { (place: place($0), pair: $0) }.sorted { $0.place < $1.place }
        var merged: [Pair] = []
        merged.reserveCapacity(old.count + new.count)
        var next = 0
        for pair in old {
            let here = place(pair)
            while next < new.count, new[next].place < here {
                merged.append(new[next].pair)
                next += 1
            }
            merged.append(pair)
        }
        merged += new[next...].lazy.map(\.pair)
        return with(.mapping(merged))
    }
}
