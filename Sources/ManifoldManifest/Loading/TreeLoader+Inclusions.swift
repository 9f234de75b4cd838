import ManifoldDiagnostics
import ManifoldYAML

/// `include`: whole projects, each with its own directory and variables, whose resources become part of this one.
extension TreeLoader {
    /// A document with what it includes, and without `include`.
    mutating func withInclusions(_ root: Node, of path: String, in scope: ProjectScope) -> Node {
        guard let pairs = root.pairs, let index = pairs.firstIndex(where: { $0.key.scalarText == "include" }) else {
            return root
        }
        let field = pairs[index]
        var result = root.with(.mapping(pairs.filter { $0.key.scalarText != "include" }))
        if field.value.isNull || field.value.isBroken { return result }
        guard let entries = field.value.items else {
            diagnostics.report(
                .badInclusion(field.value, "expected a list for `include`", help: "write `- ` before it")
            )
            return result
        }
        var known: Set<String> = []
        for entry in entries where hasRoom {
            guard let inclusion = parsedInclusion(entry),
                let tree = included(inclusion, chain: scope.chain + [path], in: scope)
            else { continue }
            result = imported(tree, into: result, at: entry.span, known: &known)
        }
        return result
    }

    // MARK: The project

    /// The tree of an included project.
    private mutating func included(_ inclusion: Inclusion, chain: [String], in scope: ProjectScope) -> Node? {
        let paths = inclusion.paths.map { FilePath.absolute($0.scalarText ?? "", in: scope.directory) }
        guard let first = paths.first else { return nil }
        for (path, node) in zip(paths, inclusion.paths) {
            if let start = chain.firstIndex(of: path) {
                diagnostics.report(.inclusionCycle((chain[start...] + [path]).map(request.shown), at: node.span))
                return nil
            }
        }
        guard chain.count < Self.deepest else {
            diagnostics.report(.inclusionTooDeep(at: inclusion.entry.span, limit: Self.deepest))
            return nil
        }
        let directory =
            inclusion.projectDirectory.map { FilePath.absolute($0.scalarText ?? "", in: scope.directory) }
            ?? FilePath.parent(first)
        let variables = variables(of: inclusion, directory: directory, in: scope)
        let context = FileContext(directory: directory, variables: variables)
        let inner = addScope(directory: directory, variables: variables, chain: chain)
        let files = zip(paths, inclusion.paths)
            .compactMap { path, node in
                read(path, in: context) { .unreadableReference(node, $0, key: "include") }
            }
        return model(of: files, in: inner)
    }

    /// The variables of this project, and behind them those of the included one's env files.
    private mutating func variables(
        of inclusion: Inclusion,
        directory: String,
        in scope: ProjectScope
    ) -> Variables {
        var variables = scope.variables
        variables.addLayer()
        let reader = ProjectEnvironment(request: request, files: files)
        for file in inclusion.environmentFiles {
            let path = FilePath.absolute(file.scalarText ?? "", in: scope.directory)
            reader.read(path, namedBy: file, into: &variables, &sources, &diagnostics)
        }
        if inclusion.environmentFiles.isEmpty {
            reader.readDefault(in: directory, into: &variables, &sources, &diagnostics)
        }
        return variables
    }

    // MARK: The entry

    private mutating func parsedInclusion(_ entry: Node) -> Inclusion? {
        var inclusion = Inclusion(entry: entry)
        if entry.isBroken { return nil }
        guard let pairs = entry.pairs else {
            guard entry.resolved == .string else {
                diagnostics.report(
                    .badInclusion(
                        entry,
                        "an entry of `include` is \(entry.kindDescription), where a path or a mapping is needed",
                        help: "write the path of a file"
                    )
                )
                return nil
            }
            inclusion.paths = [entry]
            return inclusion
        }
        for pair in pairs {
            let key = pair.key.scalarText ?? ""
            switch key {
            case "path": inclusion.paths = texts(pair)
            case "env_file": inclusion.environmentFiles = texts(pair)
            case "project_directory": inclusion.projectDirectory = texts(pair).first { $0.scalarText != "" }
            default: diagnostics.report(.ignoredKey(pair.key, of: "include", known: Inclusion.keys))
            }
        }
        return inclusion
    }

    /// A path, or a list of paths.
    private mutating func texts(_ pair: Node.Pair) -> [Node] {
        if pair.value.isNull { return [] }
        return (pair.value.items ?? [pair.value])
            .filter { node in
                if node.isBroken { return false }
                if node.resolved == .string { return true }
                let key = pair.key.scalarText ?? ""
                diagnostics.report(
                    .badInclusion(
                        node,
                        "`\(key)` of `include` is \(node.kindDescription), where a path is needed",
                        help: "write a path, or a list of paths"
                    )
                )
                return false
            }
    }
}
