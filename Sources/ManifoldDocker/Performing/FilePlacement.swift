import ManifoldResources

/// Where the configs and secrets of a container can be written, before it starts and later on.
///
/// The engine refuses to write into a read-only root file system, and what is written below a tmpfs vanishes when the
/// container starts (measured on 20.10 and 26.1); a small volume at that directory works in both cases.
struct FilePlacement {
    private let spec: ContainerSpec

    init(_ spec: ContainerSpec) {
        self.spec = spec
    }

    /// Directories that need a volume of their own, sorted.
    var directoriesOnVolumes: [String] {
        Set(spec.files.keys.map(Self.directory).filter(needsVolume)).sorted()
    }

    /// What to write: the directory at which to unpack, and the files with their paths relative to it.
    var archives: [(directory: String, files: [(path: String, file: FileSpec)])] {
        var archives: [String: [(path: String, file: FileSpec)]] = [:]
        for (target, file) in spec.files.sorted(by: { $0.key < $1.key }) {
            let directory = unpackingDirectory(for: Self.directory(of: target))
            archives[directory, default: []]
                .append((String(target.dropFirst(directory.count).drop { $0 == "/" }), file))
        }
        return archives.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// What the names of volumes for files begin with.
    static func volumePrefix(_ system: String) -> String { "\(system)_manifold.files." }

    /// Whether a volume is one of those, by its name.
    static func isFileVolume(_ name: String) -> Bool { name.contains("_manifold.files.") }

    /// Where the engine is to unpack: the root, below which it makes missing directories by itself, or the volume that
    /// a file lies in, because through a read-only root it would not write into that.
    private func unpackingDirectory(for directory: String) -> String {
        if needsVolume(directory) { return directory }
        return spec.isReadOnly ? nearestMount(around: directory) ?? "/" : "/"
    }

    private func needsVolume(_ directory: String) -> Bool {
        guard let nearest = nearestMount(around: directory) else { return spec.isReadOnly }
        guard spec.mounts[nearest]?.source.isTmpfs == true else { return false }
        return directory != nearest
    }

    private func nearestMount(around directory: String) -> String? {
        spec.mounts.keys
            .filter { directory == $0 || directory.hasPrefix($0 + "/") }
            .max { $0.count < $1.count }
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}
