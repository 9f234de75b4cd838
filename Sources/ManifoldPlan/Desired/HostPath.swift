import ManifoldResources

/// A path of the engine's host that a container mounts.
struct HostPath: Hashable {
    let path: String
    /// Where it is in the container.
    let target: String
    /// Whether the engine makes a directory there where nothing is.
    let isMade: Bool

    /// Those of a container, by their places in it.
    static func all(of spec: ContainerSpec) -> [HostPath] {
        spec.mounts.sorted { $0.key < $1.key }
            .compactMap { target, mount in
                guard case .bind(let path, let createsHostPath) = mount.source else { return nil }
                return HostPath(path: path, target: target, isMade: createsHostPath)
            }
    }

    /// Whether a path is this one, or lies above it.
    func isBelow(_ other: String) -> Bool {
        path == other || path.hasPrefix(other == "/" ? "/" : other + "/")
    }
}
