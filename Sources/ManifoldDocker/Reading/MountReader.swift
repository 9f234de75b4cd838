import DockerEngine
import ManifoldGraph
import ManifoldResources

/// Reads a container's file systems: from the resolved view, and from what was sent where that view leaves something out.
struct MountReader {
    let container: ContainerInspect

    init(_ container: ContainerInspect) {
        self.container = container
    }

    var mounts: [String: MountSpec] {
        var mounts: [String: MountSpec] = [:]
        // A tmpfs of the map form has no entry in the resolved view at all, and the others have no size there.
        for (target, options) in container.hostConfig.tmpfs {
            let words = options.split(separator: ",").map(String.init)
            mounts[Self.clean(target)] = MountSpec(.memory(options: words))
        }
        let sent = Dictionary(
            container.hostConfig.mounts.map { (Self.clean($0.target), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        // Volumes that only hold configs and secrets are how files are delivered, and none of the manifest's.
        for point in container.mounts where !FilePlacement.isFileVolume(point.name) {
            mounts[point.destination] = Self.mount(point, sent: sent[point.destination])
        }
        return mounts
    }

    /// A path as the resolved view has it, while what was sent is echoed.
    private static func clean(_ path: String) -> String {
        AbsolutePath.clean(path) ?? path
    }

    private static func mount(_ point: MountPoint, sent: Mount?) -> MountSpec? {
        let isReadOnly = !point.isWritable
        let skipsCopy =
            sent?.volumeOptions?.noCopy == true || point.mode.split(separator: ",").contains("nocopy")
        switch point.type {
        case "volume":
            return MountSpec(
                point.isAnonymousVolume ? .anonymousVolume : .volume(point.name),
                isReadOnly: isReadOnly,
                skipsCopy: skipsCopy,
                subpath: sent?.volumeOptions.flatMap { $0.subpath.isEmpty ? nil : $0.subpath }
            )
        case "bind":
            return MountSpec(
                .bind(path: point.source, createsHostPath: false),
                isReadOnly: isReadOnly,
                propagation: propagation(of: point, sent: sent),
                recursion: sent?.bindOptions.flatMap(recursion)
            )
        case "tmpfs":
            let size = sent?.tmpfsOptions?.sizeBytes ?? 0
            let mode = sent?.tmpfsOptions?.mode ?? 0
            return MountSpec(
                .tmpfs(size: size == 0 ? nil : size, mode: mode == 0 ? nil : Int64(mode)),
                isReadOnly: sent?.readOnly ?? false
            )
        default: return nil
        }
    }

    /// The propagation that was asked for, nil for the engine's own choice.
    ///
    /// The resolved view cannot tell: around its own data the engine takes `rslave` by itself, elsewhere `rprivate`.
    private static func propagation(of point: MountPoint, sent: Mount?) -> String? {
        let words: Set<String> = ["shared", "rshared", "slave", "rslave", "private"]
        let asked = [sent?.bindOptions?.propagation ?? ""] + point.mode.split(separator: ",").map { String($0) }
        return asked.first { words.contains($0) }
    }

    private static func recursion(_ options: Mount.BindOptions) -> MountSpec.Recursion? {
        if options.nonRecursive { return .disabled }
        if options.readOnlyNonRecursive { return .writable }
        return options.readOnlyForceRecursive ? .readonly : nil
    }
}
