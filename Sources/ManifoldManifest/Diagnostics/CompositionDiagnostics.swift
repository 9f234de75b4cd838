import ManifoldDiagnostics
import ManifoldYAML

/// The wording of what is wrong with how files come together: `extends`, `include`, and values that are merged.
extension Diagnostic {
    static func mergeMismatch(_ key: String, base: Node, over: Node) -> Diagnostic {
        Diagnostic(
            Code("manifest.merge-mismatch"),
            "`\(key)` is \(over.kindDescription) here and \(base.kindDescription) where it is merged into",
            at: Label(over.span),
            related: [Label(base.span, "\(base.kindDescription) here")],
            help: "write both in the same form, or put `!override` before this one"
        )
    }

    static func mergeTooLarge(at span: SourceSpan?, limit: Int) -> Diagnostic {
        Diagnostic(
            Code("manifest.merge-too-large"),
            "the files and services that are merged come to more than \(limit) entries",
            at: span.map { Label($0) },
            help: "let fewer services extend one with long lists"
        )
    }

    static func tooManyFiles(limit: Int) -> Diagnostic {
        Diagnostic(
            Code("manifest.too-many-files"),
            "more than \(limit) files are included and extended",
            help: "look for a file that includes itself under another name"
        )
    }

    /// Said once for all files, hence without a place.
    static var tooMuchText: Diagnostic {
        Diagnostic(
            Code("manifest.too-much-text"),
            "the files that are read come to more than \(TreeLoader.mostBytes >> 20) MiB together",
            help: "look for a long file that is included, or read as an env file, over and over"
        )
    }

    /// A file that `extends` or `include` names and that cannot be read.
    static func unreadableReference(_ path: Node, _ problem: FileProblem, key: String) -> Diagnostic {
        let text = path.scalarText ?? ""
        let isRemote = ["http://", "https://", "git@", "ssh://", "git://", "oci://"].contains { text.hasPrefix($0) }
        return Diagnostic(
            Code("manifest.unreadable-reference"),
            "cannot read the file\(shown(path)) that `\(key)` names: "
                + (isRemote ? "it is not on this machine" : problem.reason),
            at: Label(path.span, from(path)),
            help: isRemote
                ? "get it beforehand, and name your copy"
                : "check the path: it is read against the directory of the manifest that names it"
        )
    }

    /// A key of `extends` or `include` that means nothing there.
    static func ignoredKey(_ key: Node, of place: String, known: [String]) -> Diagnostic {
        let text = key.scalarText ?? ""
        let list = known.map { "`\($0)`" }.joined(separator: ", ")
        return Diagnostic(
            Code("manifest.ignored-key"),
            .warning,
            "`\(text)` means nothing in `\(place)` and has no effect",
            at: Label(key.span),
            help: Suggestion.nearest(to: text, among: known).map { "did you mean `\($0)`?" } ?? "write only \(list)"
        )
    }

    // MARK: Extends

    static func badExtension(_ entry: Node.Pair, _ problem: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.invalid-extends"),
            "`extends` \(problem)",
            at: Label(entry.value.isNull ? entry.key.span : entry.value.span),
            help: "write the name of a service, or a mapping with `service` and `file`"
        )
    }

    static func noSuchBase(_ found: Extension, of service: String, in source: ExtensionSource, shownAs file: String)
        -> Diagnostic
    {
        let suggestion = Suggestion.nearest(
            to: found.name,
            among: source.services.keys.filter { found.file != nil || $0 != service }
        )
        return Diagnostic(
            Code("manifest.no-such-base"),
            "service `\(service)` extends a service\(shown(found.service)) that is not in `\(file)`",
            at: Label(found.service.span, from(found.service)),
            help: suggestion.map { "did you mean `\($0)`?" }
                ?? (found.file == nil ? "name the file that has it, as `file`" : "name a service of that file")
        )
    }

    static func noServicesToExtend(_ file: Node, shownAs name: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.no-such-base"),
            "\(file.origin.quoting(name)) has no services that could be extended",
            at: Label(file.span),
            help: "name a file that has `services`"
        )
    }

    /// The places are those of each `extends` on the way round.
    static func extensionCycle(_ names: [String], at places: [SourceSpan]) -> Diagnostic {
        Diagnostic(
            Code("manifest.extends-cycle"),
            names.count == 1
                ? "service `\(names[0])` extends itself"
                : "services extend each other in a circle: \(Stations.text(names + names.prefix(1)))",
            at: places.first.map { Label($0) },
            related: zip(names, places).dropFirst().map { Label($1, "`\($0)` goes on here") },
            help: "take one `extends` of the circle out"
        )
    }

    static func extensionTooDeep(at span: SourceSpan, limit: Int) -> Diagnostic {
        Diagnostic(
            Code("manifest.extends-too-deep"),
            "services extend one another more than \(limit) times",
            at: Label(span),
            help: "let this service extend one that says more by itself"
        )
    }

    // MARK: Include

    static func badInclusion(_ node: Node, _ message: String, help: String) -> Diagnostic {
        Diagnostic(Code("manifest.invalid-include"), message, at: Label(node.span), help: help)
    }

    static func inclusionCycle(_ files: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Code("manifest.include-cycle"),
            files.count == 2
                ? "`\(files[0])` includes itself" : "files include each other in a circle: \(Stations.text(files))",
            at: Label(span),
            help: "take one `include` of the circle out"
        )
    }

    static func inclusionTooDeep(at span: SourceSpan, limit: Int) -> Diagnostic {
        Diagnostic(
            Code("manifest.include-too-deep"),
            "files include one another more than \(limit) deep",
            at: Label(span),
            help: "include this file further up"
        )
    }

    static func inclusionConflict(_ key: Node, known: Node, kind: String, included: SourceSpan) -> Diagnostic {
        Diagnostic(
            Code("manifest.include-conflict"),
            "\(kind.dropLast()) `\(key.scalarText ?? "")` is included, but is declared otherwise already",
            at: Label(key.span),
            related: [Label(known.span, "declared here"), Label(included, "included here")],
            help: "rename one, or put what differs into a file that is listed behind the included one in its `path`"
        )
    }

    static func unknownIncludedKey(_ key: Node, known: [String]) -> Diagnostic {
        let text = key.scalarText ?? ""
        return Diagnostic(
            Code("manifest.unknown-key"),
            "`\(text)` is not a key of an included file",
            at: Label(key.span),
            help: Suggestion.nearest(to: text, among: known).map { "did you mean `\($0)`?" }
                ?? "remove it, or begin its name with `x-`"
        )
    }

    // MARK: Values from variables

    /// The text of a value, unless it came from a variable.
    private static func shown(_ node: Node) -> String {
        guard case .scalar(let scalar) = node.content, scalar.variables.isEmpty else { return "" }
        return " `\(scalar.text)`"
    }

    private static func from(_ node: Node) -> String? {
        guard case .scalar(let scalar) = node.content, !scalar.variables.isEmpty else { return nil }
        return "with the value of " + scalar.variables.map { "`\($0)`" }.joined(separator: ", ")
    }
}
