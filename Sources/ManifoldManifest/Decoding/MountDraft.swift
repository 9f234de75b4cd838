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
    /// The keys `bind`, `volume` and `tmpfs` that are there: each belongs to one type only.
    var parts: [ServiceMount.Kind: Field] = [:]

    struct Bind {
        var propagation: Sourced<String>?
        var createsHostPath: Sourced<Bool>?
        var selinux: Sourced<String>?
    }

    struct Volume {
        var skipsCopy: Sourced<Bool>?
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
        [
            "bind": KeyRow { draft, field, decoder in
                draft.parts[.bind] = field
                decoder.decode(field, by: .bind, into: &draft.bind)
            },
            "consistency": .text(\.consistency),
            "read_only": .bool(\.isReadOnly),
            "source": .text(\.source),
            "target": .text(\.target),
            "tmpfs": KeyRow { draft, field, decoder in
                draft.parts[.tmpfs] = field
                decoder.decode(field, by: .tmpfs, into: &draft.tmpfs)
            },
            "type": KeyRow { $0.kind = $2.mountKind($1) },
            "volume": KeyRow { draft, field, decoder in
                draft.parts[.volume] = field
                decoder.decode(field, by: .volume, into: &draft.volume)
            },
        ],
        unsupported: ["image"]
    )
}

extension KeyTable where Target == MountDraft.Bind {
    static let bind = KeyTable(
        "bind",
        [
            "create_host_path": .bool(\.createsHostPath),
            "propagation": KeyRow { $0.propagation = $2.word($1, among: MountText.propagations) },
            "selinux": KeyRow { $0.selinux = $2.word($1, among: ["z", "Z"]) },
        ],
        unsupported: ["recursive"]
    )
}

extension KeyTable where Target == MountDraft.Volume {
    static let volume = KeyTable("volume", ["nocopy": .bool(\.skipsCopy)], unsupported: ["labels", "subpath"])
}

extension KeyTable where Target == MountDraft.Tmpfs {
    static let tmpfs = KeyTable(
        "tmpfs",
        ["mode": KeyRow { $0.mode = $2.fileMode($1) }, "size": .bytes(\.size)]
    )
}
