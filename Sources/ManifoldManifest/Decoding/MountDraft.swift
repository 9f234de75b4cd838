import ManifoldDiagnostics

/// A mount in the long syntax while it is read.
struct MountDraft {
    var kind: ServiceMount.Kind?
    var source: Sourced<String>?
    var target: Sourced<String>?
    var isReadOnly: Sourced<Bool>?
    var consistency: Sourced<String>?
    var bind = Bind()
    var volume = Volume()
    var tmpfs = Tmpfs()
    var image = Image()
    /// The keys `bind`, `volume`, `tmpfs` and `image` that are there: each belongs to one type only.
    var parts: [ServiceMount.Kind: Field] = [:]

    struct Bind {
        var propagation: Sourced<String>?
        var createsHostPath: Sourced<Bool>?
        var selinux: Sourced<String>?
        var recursion: Sourced<String>?
    }

    struct Volume {
        var skipsCopy: Sourced<Bool>?
        var subpath: Sourced<String>?
    }

    struct Image {
        var subpath: Sourced<String>?
    }

    struct Tmpfs {
        var size: Sourced<Int64>?
        var mode: Sourced<Int64>?
    }
}

extension KeyTable where Target == MountDraft {
    /// The keys of an entry of a service's `volumes`.
    static let mount = KeyTable(
        "mount",
        required: ["type", "target"],
        [
            "type": KeyRow(.choice(ServiceMount.Kind.allCases.map(\.rawValue))) { draft, field, decoder in
                draft.kind = decoder.mountKind(field)
                if let kind = draft.kind, ![.bind, .volume, .tmpfs].contains(kind) {
                    decoder.idleKeys.append(IdleKey(field, .pending))
                }
                return nil
            },
            "source": .text(\.source),
            "target": .text(\.target),
            "read_only": .bool(\.isReadOnly),
            "consistency": .text(\.consistency),
            "bind": .part(.bind, \.bind, .bind),
            "volume": .part(.volume, \.volume, .volume),
            "tmpfs": .part(.tmpfs, \.tmpfs, .tmpfs),
            "image": .part(.image, \.image, .image),
        ]
    )
}

extension KeyRow where Target == MountDraft {
    /// The keys that belong to one type of mount.
    fileprivate static func part<Part>(
        _ kind: ServiceMount.Kind,
        _ path: any WritableKeyPath<MountDraft, Part> & Sendable,
        _ table: KeyTable<Part>
    ) -> KeyRow {
        KeyRow(table.schema(named: "mount_\(kind.rawValue)")) { draft, field, decoder in
            draft.parts[kind] = field
            return decoder.decode(field, by: table, into: &draft[keyPath: path])
        }
    }
}

extension KeyTable where Target == MountDraft.Bind {
    static let bind = KeyTable(
        "bind",
        [
            "selinux": .choice(\.selinux, ["z", "Z"]),
            "propagation": .choice(\.propagation, MountText.propagations),
            "create_host_path": .bool(\.createsHostPath),
            "recursive": .choice(\.recursion, ["enabled", "disabled", "writable", "readonly"]),
        ]
    )
}

extension KeyTable where Target == MountDraft.Volume {
    static let volume = KeyTable(
        "volume",
        [
            "nocopy": .bool(\.skipsCopy),
            "subpath": .text(\.subpath),
            "labels": .carried(.labels).used(.pending),
        ]
    )
}

extension KeyTable where Target == MountDraft.Tmpfs {
    static let tmpfs = KeyTable(
        "tmpfs",
        [
            "size": .bytes(\.size),
            "mode": KeyRow(.fileMode) { tmpfs, field, decoder in
                tmpfs.mode = decoder.fileMode(field)
                return nil
            },
        ]
    )
}

extension KeyTable where Target == MountDraft.Image {
    static let image = KeyTable("image", ["subpath": .text(\.subpath).used(.pending)])
}
