import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// How single attributes become single fields.
extension ServiceLowering {
    /// A string that is not empty, under its own name.
    mutating func lowerWord(_ key: String, _ path: WritableKeyPath<ContainerSpec, String?>) {
        guard let setting = service.setting(key), let text = setting.text, !text.isEmpty else { return }
        spec[keyPath: path] = text
        origins[FieldPath(FieldName(key))] = setting.origin
    }

    mutating func lowerFlag(_ key: String, _ path: WritableKeyPath<ContainerSpec, Bool>) {
        guard let setting = service.setting(key) else { return }
        spec[keyPath: path] = setting.isTrue
        origins[FieldPath(FieldName(key))] = setting.origin
    }

    /// A number other than the one that means the same as none.
    mutating func lowerNumber(
        _ key: String,
        neutral: Int64 = 0,
        _ path: WritableKeyPath<ContainerSpec, Int64?>
    ) {
        guard let setting = service.setting(key), let number = setting.number, number != neutral else { return }
        spec[keyPath: path] = number
        origins[FieldPath(FieldName(key))] = setting.origin
    }

    /// A list in which the order does not matter.
    mutating func lowerSet(_ key: String, _ path: WritableKeyPath<ContainerSpec, Set<String>>) {
        let items = service.setting(key)?.items ?? []
        spec[keyPath: path] = Set(items.compactMap(\.text))
        origins[FieldPath(FieldName(key))] = items.first?.origin
    }

    mutating func lowerList(_ key: String, _ path: WritableKeyPath<ContainerSpec, [String]>) {
        let items = service.setting(key)?.items ?? []
        spec[keyPath: path] = items.compactMap(\.text)
        origins[FieldPath(FieldName(key))] = items.first?.origin
    }

    /// A mapping to texts of the author's own making, its entries under `prefix` and their names.
    mutating func lowerTexts(
        _ setting: Setting?,
        _ field: FieldName,
        prefix: String = "",
        _ path: WritableKeyPath<ContainerSpec, [String: FreeText]>
    ) {
        for (name, value) in setting?.entries ?? [] {
            spec[keyPath: path][name] = Showability.text(value.text ?? "", named: name, from: value.origin)
            origins[FieldPath(field, prefix + name)] = value.origin
        }
    }
}
