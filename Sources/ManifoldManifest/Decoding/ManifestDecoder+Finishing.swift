import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// What can be said of a service only when all of its keys have been read.
extension ManifestDecoder {
    /// Completes the model and the normal form.
    mutating func finish(_ draft: inout ServiceDraft, _ normal: inout NormalObject<ServiceDraft>) {
        addImpliedDependencies(to: &draft.service, normal)
        let place = Origin(draft.service.span).implied
        if let origin = draft.environmentOrigin {
            normal.add("environment", Node.normal(draft.service.environment, from: origin).unlessEmpty)
        }
        if let origin = draft.labelsOrigin {
            normal.add("labels", Node.normal(draft.service.labels, from: origin).unlessEmpty)
        }
        var dependencies = NormalMapping()
        for (name, dependency) in draft.service.dependsOn { dependencies.add(name, dependency.normal) }
        normal.add("depends_on", dependencies.sorted(from: place).unlessEmpty)
        if draft.service.networks.isEmpty, normal["network_mode"] == nil {
            var networks = NormalMapping()
            networks.add("default", .null(at: place))
            normal.add("networks", networks.node(from: place))
        }
        // Compose writes these two in any case.
        for key in ["command", "entrypoint"] where normal[key] == nil { normal.add(key, .null(at: place)) }
    }

    /// Services that share something with others wait for them.
    private func addImpliedDependencies(to service: inout Service, _ normal: NormalObject<ServiceDraft>) {
        func imply(_ name: some StringProtocol, restart: Bool, at node: Node) {
            guard service.dependsOn[String(name)] == nil else { return }
            var dependency = Dependency(.started, origin: node.origin)
            dependency.restart = restart
            service.dependsOn[String(name)] = dependency
        }
        for entry in normal.entries(at: Self.sharingPlaces) {
            switch entry.key.scalarText {
            case "links":
                for link in entry.value.items ?? [] {
                    guard let parts = link.scalarText?.split(separator: ":", omittingEmptySubsequences: false) else {
                        continue
                    }
                    imply(parts.count == 2 ? String(parts[0]) : parts.joined(separator: ":"), restart: true, at: link)
                }
            case "volumes_from":
                for holder in entry.value.items ?? [] {
                    guard let text = holder.scalarText, !text.hasPrefix("container:") else { continue }
                    imply(text.prefix { $0 != ":" }, restart: false, at: holder)
                }
            default:
                guard let text = entry.value.scalarText, text.hasPrefix("service:") else { continue }
                imply(text.dropFirst("service:".count), restart: true, at: entry.value)
            }
        }
    }

    private static let sharingPlaces = ["links", "network_mode", "ipc", "pid", "uts", "cgroup", "volumes_from"]
        .compactMap(KeyTable<ServiceDraft>.service.index)
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
