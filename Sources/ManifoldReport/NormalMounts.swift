import ManifoldManifest
import ManifoldYAML

/// Ports, volumes, configs and secrets of a service in normal form.
enum NormalMounts {
    static func value(of port: PublishedPort) -> PlainValue {
        var map = NormalMap()
        map.add("name", port.name)
        map.add("mode", port.mode)
        map.add("host_ip", port.hostAddress)
        map.set("target", .integer(Int(port.target)))
        map.add("published", port.published)
        map.add("protocol", port.transport)
        map.add("app_protocol", port.appProtocol)
        return map.value
    }

    static func value(of mount: ServiceMount) -> PlainValue {
        var map = NormalMap()
        map.set("type", .string(mount.kind.rawValue))
        map.add("source", mount.source)
        map.add("target", mount.target)
        map.add("read_only", ifTrue: mount.isReadOnly)
        map.add("consistency", mount.consistency)

        var bind = NormalMap()
        bind.add("selinux", mount.selinux)
        bind.add("propagation", mount.propagation)
        bind.add("create_host_path", ifTrue: mount.createsHostPath ?? false)
        if mount.createsHostPath != nil || !bind.isEmpty { map.set("bind", bind.value) }

        if mount.kind == .volume {
            var volume = NormalMap()
            volume.add("nocopy", ifTrue: mount.skipsCopy ?? false)
            map.set("volume", volume.value)
        }
        if mount.kind == .tmpfs {
            var tmpfs = NormalMap()
            tmpfs.add("size", mount.tmpfsSize.flatMap { .byteCount($0) })
            tmpfs.add("mode", mount.tmpfsMode.flatMap { $0 == 0 ? nil : .integer(Int($0)) })
            map.set("tmpfs", tmpfs.value)
        }
        return map.value
    }

    /// Compose fills in where a secret goes, and leaves a config's default place unsaid.
    static func value(of reference: ContentReference, defaultDirectory: String?) -> PlainValue {
        var map = NormalMap()
        map.add("source", reference.source)
        map.add("target", reference.target ?? defaultDirectory.map { "\($0)/\(reference.source)" })
        map.add("uid", reference.userID)
        map.add("gid", reference.groupID)
        map.add("mode", reference.mode.map { .integer(Int($0)) })
        return map.value
    }
}
