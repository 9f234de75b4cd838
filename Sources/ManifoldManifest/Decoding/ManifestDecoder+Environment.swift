import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// `environment` and `env_file` of services.
extension ManifestDecoder {
    /// A variable that is named without a value takes the one that it has where manifold runs.
    mutating func environment(_ field: Field) -> OrderedDictionary<String, Sourced<String?>> {
        var environment: OrderedDictionary<String, Sourced<String?>> = [:]
        var impossible: [(String, Origin)] = []
        settings(field) { [variables] name, value, origin in
            if name.isEmpty || name.contains("=") {
                impossible.append((name, origin))
            } else if let value {
                environment[name] = Sourced(value, from: origin)
            } else if let found = variables[name] {
                environment[name] = Sourced(found, from: Origin(origin.span, via: origin.via, variables: [name]))
            } else {
                environment[name] = Sourced(nil, from: origin)
            }
        }
        for (name, origin) in impossible { diagnostics.report(.badVariableName(name, origin)) }
        return environment
    }

    /// A path, or a list of paths and of mappings with `path`, `required` and `format`.
    mutating func envFiles(_ field: Field) -> [EnvFileReference] {
        if field.value.items == nil, field.value.pairs == nil {
            guard let path = string(field) else { return [] }
            return reference(path).map { [$0] } ?? []
        }
        var references: [EnvFileReference] = []
        eachItem(of: field, expected: "a string or a list") { item, decoder in
            if item.value.pairs == nil {
                if let path = decoder.string(item), let reference = decoder.reference(path) {
                    references.append(reference)
                }
                return
            }
            var reference = EnvFileReference(path: "", span: item.value["path"]?.span ?? item.value.span)
            decoder.decode(item, by: .envFile, into: &reference)
            if decoder.requires("path", in: item), !reference.path.isEmpty { references.append(reference) }
        }
        return references
    }

    private mutating func reference(_ path: Sourced<String>) -> EnvFileReference? {
        guard let absolute = absolutePath(path) else { return nil }
        return EnvFileReference(path: absolute, span: path.origin.span)
    }

    /// Puts the variables of a service's env files below those of its `environment`.
    mutating func readEnvFiles(of draft: inout ServiceDraft) {
        guard !draft.envFiles.isEmpty else { return }
        var environment: OrderedDictionary<String, Sourced<String?>> = [:]
        for (index, reference) in draft.envFiles.enumerated() {
            let earlier = environment
            let file = envFile(reference, canShare: index == 0) { [variables] name in
                if let value = earlier[name]?.value {
                    return Substitution.Found(value: value, variables: earlier[name]?.origin.variables ?? [])
                }
                return variables[name].map { Substitution.Found(value: $0, variables: []) }
            }
            guard let file else { continue }
            for (name, entry) in file.entries {
                environment[name] = Sourced(
                    entry.value,
                    from: Origin(entry.span, via: [reference.span], variables: entry.variables)
                )
            }
        }
        for (name, value) in draft.service.environment { environment[name] = value }
        draft.service.environment = environment
    }

    private mutating func envFile(
        _ reference: EnvFileReference,
        canShare: Bool,
        outer: @escaping (String) -> Substitution.Found?
    ) -> EnvFile? {
        if canShare, let known = envFiles.parsed(reference) { return known }
        guard let id = envFiles.read(reference, from: files, of: request, into: &sources, reporting: &diagnostics)
        else {
            return nil
        }
        let file: EnvFile
        switch reference.format {
        case .compose:
            var parser = EnvFileParser(sources[id], as: id, outer: outer)
            file = parser.parse(reporting: &diagnostics)
        case .raw:
            file = RawEnvFileParser(source: sources[id], file: id, outer: outer).parse(reporting: &diagnostics)
        }
        for (name, span) in file.unset { diagnostics.report(.unsetVariable(name, at: [span])) }
        if canShare { envFiles.remember(file, for: reference) }
        return file
    }
}

extension KeyTable where Target == EnvFileReference {
    /// The keys of an entry of `env_file`.
    static let envFile = KeyTable(
        "env_file",
        [
            "format": KeyRow { reference, field, decoder in
                let names = EnvFile.Format.allCases.map(\.rawValue)
                let word = decoder.word(field, among: names)
                if let format = word.flatMap({ EnvFile.Format(rawValue: $0.value) }) { reference.format = format }
            },
            "path": KeyRow { reference, field, decoder in
                if let path = decoder.string(field) { reference.path = decoder.absolutePath(path) ?? "" }
            },
            "required": KeyRow { $0.isRequired = $2.bool($1)?.value ?? true },
        ]
    )
}
