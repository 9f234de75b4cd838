import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// A service's `volumes`.
extension ManifestDecoder {
    mutating func mounts(_ field: Field) -> [ServiceMount] {
        // Compose keeps the last one of several with the same target, at the place of the first.
        var mounts: OrderedDictionary<String, ServiceMount> = [:]
        eachItem(of: field) { item, decoder in
            guard let mount = item.value.pairs == nil ? decoder.shortMount(item) : decoder.longMount(item) else {
                return
            }
            if let earlier = mounts.updateValue(mount, forKey: mount.target) {
                decoder.diagnostics.report(.repeatedMount(item, first: earlier.origin.span))
            }
        }
        return Array(mounts.values)
    }

    private mutating func shortMount(_ field: Field) -> ServiceMount? {
        guard field.value.items == nil, field.value.resolved == .string else {
            diagnostics.report(.wrongType(field, expected: "a string or a mapping"))
            return nil
        }
        guard let text = string(field) else { return nil }
        let entry: MountText
        do throws(MountText.Problem) {
            entry = try MountText(text.value)
        } catch {
            diagnostics.report(.badMount(field, error.reason, help: error.help))
            return nil
        }
        for option in entry.unknownOptions { diagnostics.report(.unknownMountOption(option, field)) }
        var source = entry.source
        if entry.isBind, let path = source {
            guard let absolute = absolutePath(text.map({ _ in path })) else { return nil }
            source = absolute
        }
        let target = Self.target(entry.target)
        var mount = ServiceMount(entry.isBind ? .bind : .volume, source: source, target: target, origin: field.origin)
        mount.isReadOnly = entry.isReadOnly
        if entry.skipsCopy { mount.skipsCopy = true }
        mount.propagation = entry.propagation
        mount.selinux = entry.selinux
        if entry.isBind { mount.createsHostPath = true }
        return mount
    }

    private mutating func longMount(_ field: Field) -> ServiceMount? {
        var draft = MountDraft()
        decode(field, by: .mount, into: &draft)
        guard let kind = draft.kind, let target = draft.target.map({ Self.target($0.value) }) else { return nil }
        for (part, place) in draft.parts where part != kind {
            diagnostics.report(.partOfOtherMount(place, kind: kind.rawValue))
        }
        var source = draft.source?.value
        switch kind {
        case .volume: break
        case .bind:
            guard requires("source", in: field), let path = draft.source else { return nil }
            guard let absolute = absolutePath(path) else { return nil }
            source = absolute
        case .tmpfs, .image, .npipe, .cluster:
            guard kind == .tmpfs else { break }
            if let written = draft.source { diagnostics.report(.sourceOfTmpfs(written.origin.span)) }
            source = nil
        }
        let variables = [draft.source, draft.target].flatMap { $0?.origin.variables ?? [] }
        let origin = field.origin.with(variables: variables)
        var mount = ServiceMount(kind, source: source, target: target, origin: origin)
        mount.written = field.value
        mount.isReadOnly = draft.isReadOnly?.value ?? false
        mount.consistency = draft.consistency?.value
        mount.propagation = draft.bind.propagation?.value
        mount.selinux = draft.bind.selinux?.value
        mount.createsHostPath = draft.bind.createsHostPath?.value
        mount.recursion = draft.bind.recursion?.value
        mount.skipsCopy = draft.volume.skipsCopy?.value
        mount.subpath = (kind == .image ? draft.image.subpath : draft.volume.subpath)?.value
        mount.parts = Set(draft.parts.keys)
        mount.tmpfsSize = draft.tmpfs.size?.value
        mount.tmpfsMode = draft.tmpfs.mode?.value
        return mount
    }

    /// A target in clean form; whether it is absolute matters to the engine only, and the graph sees to that.
    private static func target(_ path: String) -> String {
        FilePath.isWindows(path) ? path : FilePath.clean(path)
    }

    mutating func mountKind(_ field: Field) -> ServiceMount.Kind? {
        guard let text = string(field) else { return nil }
        if let kind = ServiceMount.Kind(rawValue: text.value) { return kind }
        diagnostics.report(.noSuchChoice(field, choices: ServiceMount.Kind.allCases.map(\.rawValue)))
        return nil
    }
}

extension ServiceMount {
    /// The mount in normal form.
    var normal: Node {
        var mapping = NormalMapping()
        mapping.add("type", kind.rawValue, from: origin)
        mapping.add("source", source, from: origin)
        mapping.add("target", target, from: origin)
        mapping.add("read_only", ifTrue: isReadOnly, from: origin)
        mapping.add("consistency", consistency, from: origin)

        var bind = NormalMapping()
        bind.add("selinux", selinux, from: origin)
        bind.add("propagation", propagation, from: origin)
        bind.add("create_host_path", ifTrue: createsHostPath ?? false, from: origin)
        bind.add("recursive", recursion, from: origin)
        if parts.contains(.bind) || createsHostPath != nil || !bind.pairs.isEmpty {
            mapping.add("bind", bind.node(from: origin))
        }
        var volume = NormalMapping()
        volume.add("nocopy", ifTrue: skipsCopy ?? false, from: origin)
        if kind == .volume { volume.add("subpath", subpath, from: origin) }
        // Compose writes the part in any case for the short syntax.
        let isShort = kind == .volume && written == nil
        if isShort || parts.contains(.volume) || !volume.pairs.isEmpty {
            mapping.add("volume", volume.node(from: origin))
        }

        var tmpfs = NormalMapping()
        if let size = tmpfsSize { tmpfs.add("size", size == 0 ? nil : String(size), from: origin) }
        if let mode = tmpfsMode, mode != 0 { tmpfs.add("mode", .normal(Sourced(mode, from: origin))) }
        if parts.contains(.tmpfs) || !tmpfs.pairs.isEmpty { mapping.add("tmpfs", tmpfs.node(from: origin)) }

        var image = NormalMapping()
        if kind == .image { image.add("subpath", subpath, from: origin) }
        if parts.contains(.image) { mapping.add("image", image.node(from: origin)) }
        return mapping.node(from: origin).placed(like: written)
    }
}

extension ValueSchema {
    /// A service's `volumes`: strings and mappings.
    static let mounts = ValueSchema.list(.anyOf([.string, KeyTable.mount.schema(named: "mount")]))
}
