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
        guard requires("type", in: field), requires("target", in: field), let kind = draft.kind else { return nil }
        guard let target = draft.target.map({ Self.target($0.value) }) else { return nil }
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
        case .tmpfs:
            if let written = draft.source { diagnostics.report(.sourceOfTmpfs(written.origin.span)) }
            source = nil
        }
        var mount = ServiceMount(kind, source: source, target: target, origin: field.origin)
        mount.isReadOnly = draft.isReadOnly?.value ?? false
        mount.consistency = draft.consistency?.value
        mount.propagation = draft.bind.propagation?.value
        mount.selinux = draft.bind.selinux?.value
        mount.createsHostPath = draft.bind.createsHostPath?.value
        mount.skipsCopy = draft.volume.skipsCopy?.value
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
        if ["cluster", "image", "npipe"].contains(text.value) {
            diagnostics.report(.unsupportedMount(field, text.value))
        } else {
            diagnostics.report(.noSuchChoice(field, choices: ["volume", "bind", "tmpfs"]))
        }
        return nil
    }
}
