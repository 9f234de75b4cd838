import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// `environment` and `env_file` of services.
extension ManifestDecoder {
    /// A variable that is named without a value takes the one that it has where manifold runs.
    mutating func environment(_ field: Field) -> OrderedDictionary<String, Sourced<String?>> {
        var environment: OrderedDictionary<String, Sourced<String?>> = [:]
        var impossible: [(String, Origin)] = []
        settings(field) { [contexts] name, value, origin in
            if name.isEmpty || name.utf8.contains(UInt8(ascii: "=")) {
                impossible.append((name, origin))
            } else if let value {
                environment[name] = Sourced(value, from: origin)
            } else if let found = contexts[origin.span.file].variables[name] {
                environment[name] = Sourced(found, from: Origin(origin.span, via: origin.via, variables: [name]))
            } else {
                environment[name] = Sourced(nil, from: origin)
            }
        }
        for (name, origin) in impossible { diagnostics.report(.badVariableName(name, origin)) }
        return environment
    }

    /// A path, or a list of paths and of mappings with `path`, `required` and `format`.
    mutating func envFiles(_ field: Field) -> [FileReference] {
        if field.value.items == nil, field.value.pairs == nil {
            guard let path = string(field) else { return [] }
            return reference(path).map { [$0] } ?? []
        }
        var references: [FileReference] = []
        eachItem(of: field, expected: "a string or a list") { item, decoder in
            if item.value.pairs == nil {
                if let path = decoder.string(item), let reference = decoder.reference(path) {
                    references.append(reference)
                }
                return
            }
            var reference = FileReference(path: "", span: item.value["path"]?.span ?? item.value.span)
            decoder.decode(item, by: .envFile, into: &reference)
            if !reference.path.isEmpty { references.append(reference) }
        }
        return references
    }

    private mutating func reference(_ path: Sourced<String>) -> FileReference? {
        guard let absolute = absolutePath(path) else { return nil }
        return FileReference(path: absolute, isShowable: path.origin.variables.isEmpty, span: path.origin.span)
    }

    /// Puts the variables of a service's env files below those of its `environment`.
    mutating func readEnvFiles(of draft: inout ServiceDraft) {
        guard !draft.envFiles.isEmpty else { return }
        var environment: OrderedDictionary<String, Sourced<String?>> = [:]
        for (index, reference) in draft.envFiles.enumerated() {
            let earlier = environment
            let variables = contexts[reference.span.file].variables
            let file = envFile(reference, canShare: index == 0) { name in
                if let value = earlier[name]?.value {
                    return Substitution.Found(value: value, variables: earlier[name]?.origin.variables ?? [])
                }
                return variables[name].map { Substitution.Found(value: $0, variables: []) }
            }
            guard let file else { continue }
            for (name, entry) in file.entries {
                let origin = Origin(entry.span, via: [reference.span], variables: entry.variables)
                environment[name] = Sourced(entry.value, from: origin).replacing(environment[name])
            }
        }
        draft.service.withoutEnvFiles = draft.service.environment
        draft.service.envFiles = draft.envFiles
        for (name, value) in draft.service.environment { environment[name] = value.replacing(environment[name]) }
        draft.service.environment = environment
    }

    private mutating func envFile(
        _ reference: FileReference,
        canShare: Bool,
        outer: @escaping (String) -> Substitution.Found?
    ) -> EnvFile? {
        if canShare, let known = envFiles.parsed(reference) { return known }
        guard let id = envFiles.read(reference, from: files, of: request, into: &sources, reporting: &diagnostics)
        else {
            return nil
        }
        let size = sources[id].text.count
        guard size <= envBytesLeft else {
            diagnostics.report(.tooMuchText)
            return nil
        }
        envBytesLeft -= size
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

/// `label_file` of services.
extension ManifestDecoder {
    /// A path, or a list of paths.
    mutating func labelFiles(_ field: Field) -> [FileReference] {
        if field.value.items == nil {
            guard field.value.pairs == nil, field.value.resolved == .string else {
                diagnostics.report(.wrongType(field, expected: "a string or a list"))
                return []
            }
            return string(field).flatMap { reference($0) }.map { [$0] } ?? []
        }
        var references: [FileReference] = []
        eachItem(of: field) { item, decoder in
            if let path = decoder.string(item), let reference = decoder.reference(path) { references.append(reference) }
        }
        return references
    }

    /// Puts the labels of a service's label files below those of its `labels`.
    mutating func readLabelFiles(of draft: inout ServiceDraft) {
        guard !draft.labelFiles.isEmpty else { return }
        var labels: OrderedDictionary<String, Sourced<String>> = [:]
        for reference in draft.labelFiles {
            guard let file = envFile(reference, canShare: false, outer: { _ in nil }) else { continue }
            for (name, entry) in file.entries {
                let origin = Origin(entry.span, via: [reference.span])
                labels[name] = Sourced(entry.value, from: origin).replacing(labels[name])
            }
        }
        for (name, value) in draft.service.labels { labels[name] = value.replacing(labels[name]) }
        draft.service.labels = labels
    }
}

extension ValueSchema {
    /// `env_file`: a path, or a list of paths and of mappings.
    static let envFiles = ValueSchema.anyOf([
        .string, .list(.anyOf([.string, KeyTable.envFile.schema(named: "env_file")])),
    ])
}

extension KeyTable where Target == FileReference {
    /// The keys of an entry of `env_file`.
    static let envFile = KeyTable(
        "env_file",
        required: ["path"],
        [
            "path": KeyRow(.string) { reference, field, decoder in
                guard let path = decoder.string(field) else { return nil }
                reference.path = decoder.absolutePath(path) ?? ""
                reference.isShowable = path.origin.variables.isEmpty
                return nil
            },
            "format": KeyRow(.choice(EnvFile.Format.allCases.map(\.rawValue))) { reference, field, decoder in
                let names = EnvFile.Format.allCases.map(\.rawValue)
                let word = decoder.word(field, among: names)
                if let format = word.flatMap({ EnvFile.Format(rawValue: $0.value) }) { reference.format = format }
                return nil
            },
            "required": KeyRow(.flag) { reference, field, decoder in
                reference.isRequired = decoder.bool(field)?.value ?? true
                return nil
            },
        ]
    )
}
