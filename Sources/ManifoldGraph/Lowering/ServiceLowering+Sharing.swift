import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// What the container has in common with the host or with other containers.
extension ServiceLowering {
    mutating func lowerSharing(reporting diagnostics: inout Diagnostics) {
        lowerMode("network_mode", ["none", "host", "bridge"], \.sharing.network, reporting: &diagnostics)
        lowerMode("ipc", ["none", "host", "private", "shareable"], \.sharing.ipc, reporting: &diagnostics)
        lowerMode("pid", ["host"], ordinary: ["private"], \.sharing.processes, reporting: &diagnostics)
        lowerMode("uts", ["host"], ordinary: ["private"], \.sharing.hostName, reporting: &diagnostics)
        lowerMode("userns_mode", ["host"], \.sharing.users, reporting: &diagnostics)
        lowerMode("cgroup", ["host", "private"], \.sharing.cgroup, reporting: &diagnostics)
        lowerVolumesFrom()
        let seesHost = spec.sharing.processes == .named("host") || spec.sharing.ipc == .named("host")
        // The engine adds this by itself to what can see the host.
        if spec.security.isPrivileged || seesHost { spec.security.options.remove(SecurityOption.unlabelled) }
        checkSharedNetwork(reporting: &diagnostics)
    }

    /// A mode: one of the engine's `words`, nothing in particular (`ordinary`), or somebody else's namespace.
    private mutating func lowerMode(
        _ key: String,
        _ words: [String],
        ordinary: [String] = [],
        _ path: WritableKeyPath<ContainerSpec, NamespaceMode?>,
        reporting diagnostics: inout Diagnostics
    ) {
        guard let setting = service.setting(key), let text = setting.text, !text.isEmpty else { return }
        origins[FieldPath(FieldName(key))] = setting.origin
        if ordinary.contains(text) { return }
        let canBeShared = ["network_mode", "ipc", "pid"].contains(key)
        if words.contains(text) {
            spec[keyPath: path] = .named(text)
        } else if canBeShared, let holder = holder(text, at: setting) {
            spec[keyPath: path] = holder
        } else {
            let shared = canBeShared ? ", `service:NAME` or `container:NAME`" : ""
            let known = (words + ordinary).map { "`\($0)`" }.joined(separator: ", ")
            diagnostics.report(
                GraphDiagnostics.unsupportedValue(
                    key,
                    setting,
                    of: service,
                    "the engine knows no such mode",
                    help: "write \(known)\(shared)"
                )
            )
        }
    }

    /// The container that `service:NAME` or `container:NAME` stands for; nil for anything else.
    private mutating func holder(_ text: String, at setting: Setting) -> NamespaceMode? {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "service":
            needInstance(of: parts[1], at: setting.origin.span)
            return .service(parts[1])
        case "container": return .container(parts[1])
        default: return nil
        }
    }

    /// The first instance of another service, which is the one that things are shared with.
    private mutating func needInstance(of name: String, at span: SourceSpan) {
        let address = ResourceAddress(.service, name, replica: 1)
        if needs[address] == nil { needs[address] = Need(.started, at: span) }
    }

    /// `SERVICE[:MODE]` and `container:NAME[:MODE]`.
    private mutating func lowerVolumesFrom() {
        for item in service.setting("volumes_from")?.items ?? [] {
            var parts = (item.text ?? "").split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            let isOutside = parts.first == "container" && parts.count > 1
            if isOutside { parts.removeFirst() }
            guard let name = parts.first, !name.isEmpty else { continue }
            let holder = isOutside ? NamespaceMode.container(name) : .service(name)
            if !isOutside { needInstance(of: name, at: item.origin.span) }
            spec.sharing.volumesFrom[holder] = parts.count > 1 && parts[1].split(separator: ",").contains("ro")
            origins[FieldPath("volumes_from", holder.description)] = item.origin
        }
    }

    /// Who takes part in another one's network has its names and ports too, and the engine refuses own ones.
    private func checkSharedNetwork(reporting diagnostics: inout Diagnostics) {
        let keys: [String]
        switch spec.sharing.network {
        case .service, .container:
            keys = [
                "hostname", "domainname", "ports", "expose", "dns", "dns_opt", "dns_search", "extra_hosts",
                "mac_address", "links", "external_links",
            ]
        case .named("host"), .named("none"): keys = ["mac_address", "links", "external_links"]
        case .named("bridge"): keys = ["links", "external_links"]
        case .named, nil:
            guard spec.sharing.hostName != nil, let uts = service.setting("uts"), let own = service.setting("hostname")
            else { return }
            return diagnostics.report(GraphDiagnostics.conflict("hostname", own, "uts", uts, of: service))
        }
        guard let mode = service.setting("network_mode") else { return }
        for key in keys {
            guard let own = service.setting(key) else { continue }
            diagnostics.report(GraphDiagnostics.conflict(key, own, "network_mode", mode, of: service))
        }
    }
}
