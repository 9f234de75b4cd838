/// A namespace of the engine's host or of another container in place of a container's own.
package enum NamespaceMode: Hashable, Sendable {
    /// One of the engine's own words: `host`, `none`, `bridge`, `private`, `shareable`.
    case named(String)
    /// That of the first instance of a service.
    case service(String)
    /// That of a container which is not part of the system; live, of whichever the engine names by id.
    case container(String)
}

extension NamespaceMode: CustomStringConvertible {
    /// The mode in the manifest's own spelling.
    package var description: String {
        switch self {
        case .named(let word): word
        case .service(let name): "service:\(name)"
        case .container(let name): "container:\(name)"
        }
    }
}

/// Which namespaces a container does not have to itself; nil is the engine's default.
package struct SharingSpec: Hashable, Sendable {
    /// Nil where the container is on networks.
    package var network: NamespaceMode?
    package var ipc: NamespaceMode?
    package var processes: NamespaceMode?
    package var hostName: NamespaceMode?
    package var users: NamespaceMode?
    package var cgroup: NamespaceMode?
    /// Whose mounts are copied, by where from; true is read-only.
    package var volumesFrom: [NamespaceMode: Bool] = [:]

    package init() {}

    /// All containers that something is shared with.
    package var holders: Set<NamespaceMode> {
        Set([network, ipc, processes, hostName, users, cgroup].compactMap { $0 }).union(volumesFrom.keys)
            .filter { if case .named = $0 { false } else { true } }
    }
}
