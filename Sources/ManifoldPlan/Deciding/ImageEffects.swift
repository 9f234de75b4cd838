package import ManifoldResources

/// A value that a container has from its image, and that another image changes.
package struct ImageEffect: Hashable, Sendable {
    package let path: FieldPath
    package let before: FieldValue<SealedText>?
    package let after: FieldValue<SealedText>?

    package init(path: FieldPath, before: FieldValue<SealedText>?, after: FieldValue<SealedText>?) {
        self.path = path
        self.before = before
        self.after = after
    }
}

/// What changes for a container when its image does: the values that nobody but the image sets.
struct ImageEffects {
    let old: SealedFields
    let new: SealedFields
    let desired: SealedFields

    var all: [ImageEffect] {
        let rows = FieldTable.container.rows.map(\.name) + [FieldName.exposedPorts]
        return rows.filter { !isHidden($0) }.flatMap(effects)
    }

    /// Whether the manifest hides all that the image says of a field; an entrypoint hides the image's command too.
    private func isHidden(_ field: FieldName) -> Bool {
        if field == "command", desired["entrypoint"] != nil { return true }
        guard let value = desired[field] else { return false }
        if case .map = value { return false }
        return true
    }

    private func effects(on field: FieldName) -> [ImageEffect] {
        guard old[field] != new[field] else { return [] }
        var entries: Set<String> = []
        var isMap = false
        for case .map(let map)? in [old[field], new[field]] {
            isMap = true
            entries.formUnion(map.keys)
        }
        let paths = isMap ? entries.map { FieldPath(field, $0) }.sorted() : [FieldPath(field)]
        return paths.compactMap { path in
            let (before, after) = (old.value(at: path), new.value(at: path))
            guard before != after, desired.value(at: path) == nil else { return nil }
            return ImageEffect(path: path, before: before, after: after)
        }
    }
}

extension FieldName {
    /// Ports that an image says its program listens on; no field of a container, since they publish nothing.
    package static let exposedPorts: FieldName = "expose"
}
