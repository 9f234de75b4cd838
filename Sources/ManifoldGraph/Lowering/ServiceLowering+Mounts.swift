import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// File systems in the container.
extension ServiceLowering {
    mutating func lowerMounts(reporting diagnostics: inout Diagnostics) {
        for mount in service.volumes {
            guard let target = cleaned(mount.target, at: mount.origin, reporting: &diagnostics) else { continue }
            let path = FieldPath("volumes", target)
            if let previous = origins[path] {
                diagnostics.report(GraphDiagnostics.duplicateTarget(target, mount.origin, previous))
                continue
            }
            origins[path] = mount.origin
            guard let source = source(of: mount, reporting: &diagnostics) else { continue }
            if mount.selinux != nil { diagnostics.report(GraphDiagnostics.ignoredSELinux(mount)) }
            spec.mounts[target] = MountSpec(
                source,
                isReadOnly: mount.isReadOnly,
                skipsCopy: mount.skipsCopy ?? false,
                propagation: mount.propagation.flatMap { Self.neutralPropagations.contains($0) ? nil : $0 },
                recursion: mount.recursion.flatMap { MountSpec.Recursion(rawValue: $0) },
                subpath: mount.subpath
            )
        }
        lowerMemory(reporting: &diagnostics)
    }

    /// The key `tmpfs`: `TARGET[:OPTIONS]` with the kernel's own options.
    private mutating func lowerMemory(reporting diagnostics: inout Diagnostics) {
        for item in service.setting("tmpfs")?.items ?? [] {
            let parts = (item.text ?? "").split(separator: ":", maxSplits: 1).map(String.init)
            guard let path = parts.first, let target = cleaned(path, at: item.origin, reporting: &diagnostics) else {
                continue
            }
            if let previous = origins[FieldPath("volumes", target)] {
                diagnostics.report(GraphDiagnostics.duplicateTarget(target, item.origin, previous))
                continue
            }
            let options = parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : []
            spec.mounts[target] = MountSpec(.memory(options: options))
            origins[FieldPath("tmpfs", target)] = item.origin
        }
    }

    private mutating func source(
        of mount: ServiceMount,
        reporting diagnostics: inout Diagnostics
    ) -> MountSpec.Source? {
        switch mount.kind {
        case .tmpfs:
            // Zero is "not set" to the engine in both.
            return .tmpfs(
                size: mount.tmpfsSize == 0 ? nil : mount.tmpfsSize,
                mode: mount.tmpfsMode == 0 ? nil : mount.tmpfsMode
            )
        case .bind:
            guard let path = cleaned(mount.source ?? "", at: mount.origin, reporting: &diagnostics) else { return nil }
            return .bind(path: path, createsHostPath: mount.createsHostPath ?? false)
        // Reported with the keys that are not handled yet.
        case .image, .npipe, .cluster: return nil
        case .volume:
            guard let name = mount.source, !name.isEmpty else {
                if mount.isReadOnly { diagnostics.report(GraphDiagnostics.readOnlyAnonymous(mount, of: service)) }
                return .anonymousVolume
            }
            need(ResourceAddress(.volume, name), at: mount.origin.span)
            return names.volume(name).map { .volume($0) }
        }
    }

    /// What the engine takes where nothing is set.
    private static let neutralPropagations: Set<String> = ["", "rprivate"]
}
