import ManifoldDiagnostics
import ManifoldYAML

/// Makes one tree of the files of a manifest: reads them, replaces their variables, and merges them with each other and
/// with what they extend and include.
///
/// What is wrong is reported, and loading goes on with the rest.
struct TreeLoader {
    /// More files than this are an accident: one that includes itself under many names.
    static let mostFiles = 1000
    /// All files together: one that is read over and over must not fill the memory.
    static let mostBytes = 128 << 20
    /// All texts with variables in them together, since a short one can name a long variable.
    private static let mostInterpolated = 128 << 20
    /// Projects within projects, and services that extend one another.
    static let deepest = 100

    let request: ManifestRequest
    let files: any FileProvider
    var sources: SourceMap
    var diagnostics: Diagnostics
    var contexts: FileContexts
    var merger = TreeMerger()
    /// One for each project, since each has its own variables.
    var interpolators: [Interpolator] = []
    /// Files that services extend from, by project and path; nil is one that cannot be read.
    var extensionSources: [String: ExtensionSource?] = [:]
    /// Services of such files as they are when all that they extend is in them.
    var extendedElsewhere: [ServiceReference: Node] = [:]
    /// Services that extend themselves, which has been reported.
    var cyclic: Set<ServiceReference> = []
    private var fileCount = 0
    /// Whether further files can be read at all.
    var hasRoom: Bool { fileCount <= Self.mostFiles && !sources.isFull }
    private var interpolatedBytesLeft = Self.mostInterpolated

    init(request: ManifestRequest, files: any FileProvider, sources: SourceMap, diagnostics: Diagnostics) {
        self.request = request
        self.files = files
        self.sources = sources
        self.diagnostics = diagnostics
        contexts = FileContexts(
            project: FileContext(directory: request.directory, variables: Variables(process: request.environment))
        )
    }

    /// The whole manifest; nil where nothing can be read.
    mutating func load() -> LoadedTree? {
        let errorsBefore = diagnostics.errorCount
        var variables = Variables(process: request.environment)
        ProjectEnvironment(request: request, files: files)
            .read(into: &variables, sources: &sources, reporting: &diagnostics)
        if request.files.isEmpty { diagnostics.report(.noManifest(directory: request.directory)) }
        // All files first: the name can stand in the last one, and the first can use it.
        let named = request.files.compactMap { file in
            read(file.path, shownAs: file.shownAs) { .unreadableManifest(file.shownAs, $0) }
        }
        let name = name(of: named, variables)
        if let name {
            request.whenNamed?(name)
            variables.setProjectName(name)
        }
        contexts = FileContexts(project: FileContext(directory: request.directory, variables: variables))
        let root = model(of: named, in: addScope(directory: request.directory, variables: variables, chain: []))
        for interpolator in interpolators { interpolator.reportUnset(to: &diagnostics) }
        for diagnostic in merger.diagnostics { diagnostics.report(diagnostic) }
        if merger.isExhausted { return nil }
        guard let root = checked(root, of: named, errorsBefore: errorsBefore) else { return nil }
        return LoadedTree(
            // What stands twice in one file is told to its author by the decoder.
            root: merger.hasMerged ? UniqueLists.applied(to: root) : root,
            contexts: contexts,
            name: name,
            files: request.files.map(\.path),
            uses: interpolators.flatMap(\.uses)
        )
    }

    /// The files of one project over each other.
    mutating func model(of files: [RawFile], in scope: ProjectScope) -> Node? {
        var tree: Node?
        for file in files {
            for document in file.documents {
                guard let layer = layer(of: document, in: scope) else { continue }
                var root = withExtensions(layer.root, marks: layer.marks, of: file.path, in: scope)
                if tree != nil { reportMissingServices(of: root) }
                if !layer.marks.isEmpty { tree = tree.map { layer.marks.removed(from: $0) } }
                root = withInclusions(root, of: file.path, in: scope)
                tree = tree.map { merger.merge($0, root) } ?? root
            }
        }
        return tree
    }

    /// Where it is merged, a `services` without a value would otherwise be nothing at all.
    private mutating func reportMissingServices(of root: Node) {
        for pair in root.pairs ?? [] where pair.key.scalarText == "services" && pair.value.isNull {
            let field = Field("services", at: pair.key.span, pair.value, of: .manifest)
            diagnostics.report(.wrongType(field, expected: "a mapping"))
        }
    }

    /// A document of its own, with its variables replaced; nil, and reported, where it is no mapping.
    mutating func layer(of document: Node, in scope: ProjectScope) -> (root: Node, marks: MarkedPaths)? {
        guard document.pairs != nil else {
            diagnostics.report(document.isNull ? .emptyDocument(at: document.span) : .noMapping(document))
            return nil
        }
        var layer = (root: document, marks: MarkedPaths())
        if MarkedPaths.concern(sources[document.span.file].text) {
            let (tree, marks) = MarkedPaths.extracted(from: document)
            layer = (tree ?? Node(.mapping([]), span: document.span), marks)
        }
        layer.root = interpolators[scope.id]
            .interpolate(layer.root, in: sources, bytesLeft: &interpolatedBytesLeft, reporting: &diagnostics)
        return layer
    }

    mutating func addScope(directory: String, variables: Variables, chain: [String]) -> ProjectScope {
        interpolators.append(Interpolator(variables: variables, collectsUses: request.collectsUses))
        return ProjectScope(id: interpolators.count - 1, directory: directory, variables: variables, chain: chain)
    }

    /// A file as it is written; nil, and reported, where it cannot be read.
    mutating func read(
        _ path: String,
        shownAs name: String? = nil,
        in context: FileContext? = nil,
        unreadable: (FileProblem) -> Diagnostic
    ) -> RawFile? {
        fileCount += 1
        guard fileCount <= Self.mostFiles else {
            if fileCount == Self.mostFiles + 1 { diagnostics.report(.tooManyFiles(limit: Self.mostFiles)) }
            return nil
        }
        let found: FileID?
        do throws(FileProblem) {
            let shown = name ?? request.shown(path)
            found = try files.source(path, shownAs: shown, in: &sources, reporting: &diagnostics)
        } catch {
            diagnostics.report(unreadable(error))
            return nil
        }
        guard let id = found else { return nil }
        merger.expect(bytes: sources.byteCount)
        if let context { contexts[id] = context }
        let documents = YAMLParser(limits: .standard).parse(sources[id], as: id, reporting: &diagnostics)
        let beginning = SourceSpan(file: id, start: 0, end: 0)
        return documents.map { RawFile(path: path, beginning: beginning, documents: $0) }
    }

    /// The tree, unless there is nothing in it.
    private mutating func checked(_ root: Node?, of files: [RawFile], errorsBefore: Int) -> Node? {
        let keys = root?.pairs?.compactMap(\.key.scalarText) ?? []
        if let root, !keys.allSatisfy({ $0 == "version" }) { return root }
        // After a mistake it is only empty because something could not be read.
        if diagnostics.errorCount == errorsBefore, let place = root?.span ?? files.first?.beginning {
            diagnostics.report(.emptyManifest(at: place, keys: keys))
        }
        return nil
    }

    /// The system's name; of several `name` the last that says anything counts.
    private mutating func name(of files: [RawFile], _ variables: Variables) -> String? {
        let pairs = files.flatMap(\.documents)
            .compactMap { document in
                document.pairs?.last { $0.key.scalarText == "name" }
            }
        let pair = pairs.last { $0.value.scalarText != "" } ?? pairs.last
        var interpolator = Interpolator(variables: variables, collectsUses: request.collectsUses)
        let field = pair.map { pair in
            let value = interpolator.interpolate(
                pair.value,
                in: sources,
                bytesLeft: &interpolatedBytesLeft,
                reporting: &diagnostics
            )
            return Field("name", at: pair.key.span, value, of: .manifest)
        }
        return ProjectName(request: request, variables: variables, field: field).resolve(reporting: &diagnostics)
    }
}

/// A file that was read, before anything is made of it.
struct RawFile {
    let path: String
    let beginning: SourceSpan
    /// None where the file is empty.
    let documents: [Node]
}
