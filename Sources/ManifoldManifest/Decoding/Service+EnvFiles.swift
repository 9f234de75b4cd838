import ManifoldDiagnostics
package import ManifoldYAML

extension Service {
    /// The normal form with `environment` and `env_file` apart, as Compose has it before it reads env files.
    package var normalBeforeEnvFiles: Node {
        guard !envFiles.isEmpty else { return normal }
        let origin = normal["environment"]?.origin ?? normal.origin
        let pairs = (normal.pairs ?? []).filter { $0.key.scalarText != "environment" }
        var further = NormalMapping()
        further.add("environment", Node.normal(withoutEnvFiles, from: origin).unlessEmpty)
        further.add("env_file", .normal(envFiles.map(\.normal), from: origin))
        return normal.with(.mapping(pairs)).adding(further.pairs, by: KeyTable<ServiceDraft>.service)
    }
}

extension FileReference {
    /// The entry in normal form: the path alone, unless more is said of it.
    fileprivate var normal: Node {
        let origin = Origin(span)
        guard !isRequired else { return .normal(path, from: origin) }
        var mapping = NormalMapping()
        mapping.add("path", path, from: origin)
        mapping.add("required", .normal(Sourced(false, from: origin)))
        if format == .raw { mapping.add("format", format.rawValue, from: origin) }
        return mapping.node(from: origin)
    }
}
