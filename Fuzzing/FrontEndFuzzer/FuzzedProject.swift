import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldReport
import ManifoldYAML

/// One text in all the parts that a file can have in a project, taken through the front end to its end.
struct FuzzedProject {
    private let text: [UInt8]
    /// What is chosen by the text, so that each text costs little and the same one always takes the same way.
    private var choice: Int { text.count / 4 }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        text = Array(bytes)
    }

    func run() {
        run(["compose.yaml"], FuzzedFiles(text, endingIn: ["/compose.yaml", ".env", ".txt"]))
        // One of the others, so that each text costs no more than two runs.
        switch text.count % 4 {
        case 0:
            run(["compose.yaml", "over.yaml"], FuzzedFiles(text, endingIn: ["/over.yaml", "/own.yaml"]))
            run(["over.yaml", "compose.yaml"], FuzzedFiles(text, endingIn: ["/over.yaml", "/own.yaml"]))
        case 1: run(["main.yaml"], FuzzedFiles(text, endingIn: [".yaml"], fixed: ["/shop/main.yaml": Self.including]))
        case 2: run(["main.yaml"], FuzzedFiles(text, endingIn: [".yaml"], fixed: ["/shop/main.yaml": Self.extending]))
        default: run(["main.yaml"], FuzzedFiles(text, endingIn: ["env"], fixed: ["/shop/main.yaml": Self.reading]))
        }
    }

    private func run(_ names: [String], _ files: FuzzedFiles) {
        let request = ManifestRequest(
            files: names.map { (path: "/shop/\($0)", shownAs: $0) },
            directory: "/shop",
            environment: ["HOME": "/home/ann", "TAG": "1.27", "EMPTY": ""]
        )
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let loader = ManifestLoader(files: files)
        let manifest = loader.load(request, sources: &sources, reporting: &diagnostics)
        precondition(manifest != nil || diagnostics.hasErrors, "nothing was read and nothing is said of it")
        if let manifest {
            precondition(manifest.isComplete || diagnostics.hasErrors, "what is not complete has a mistake")
            if GraphBuilder().build(manifest, reporting: &diagnostics) == nil {
                precondition(diagnostics.hasErrors, "there is no graph and no error")
            }
            if manifest.isComplete { write(manifest, sources) }
        }
        show(diagnostics, sources)
        if choice % 4 == 0 { _ = loader.variableUses(in: request, sources: &sources, reporting: &diagnostics) }
    }

    /// The normal form can be read again, in both of its spellings.
    private func write(_ manifest: Manifest, _ sources: SourceMap) {
        let form = NormalForm().render(manifest)
        _ = CompileProvenance(form, sources: sources).json
        for text in [NormalYAML.write(form), NormalJSON.write(form)] {
            var diagnostics = Diagnostics()
            let limits = YAMLLimits(bytes: .max, depth: 1000, aliasedNodes: 0)
            let file = SourceFile(name: "normal", text: Array(text.utf8))
            let documents = YAMLParser(limits: limits).parse(file, as: FileID(rawValue: 0), reporting: &diagnostics)
            precondition(
                documents?.count == 1 && !diagnostics.hasErrors,
                "the normal form is no YAML: \(text.prefix(1000))"
            )
        }
    }

    /// Every diagnostic can be shown, and lies within its file.
    private func show(_ diagnostics: Diagnostics, _ sources: SourceMap) {
        let sorted = diagnostics.sorted
        for label in sorted.flatMap({ [$0.primary].compactMap(\.self) + $0.related }) {
            let count = UInt32(sources[label.span.file].text.count)
            precondition(label.span.start <= label.span.end && label.span.end <= count, "a place outside of its file")
        }
        let format = DiagnosticsFormat.allCases[choice % DiagnosticsFormat.allCases.count]
        _ = format.render(sorted, sources: sources, paths: DiagnosticsPaths(directory: "/shop"), color: choice % 2 == 0)
    }

    private static let including = """
        include: [one.yaml, {path: [two.yaml, one.yaml], project_directory: sub, env_file: x.env}]
        services: {own: {image: nginx, depends_on: [web]}}

        """

    private static let extending = """
        services:
          a: {extends: {file: one.yaml, service: web}, environment: [A=2], ports: [81]}
          b: {extends: {file: one.yaml, service: app}, volumes: [x:/data]}
          c: {extends: {file: two.yaml, service: test}, command: c, labels: {a: c}}
          d: {extends: a, image: nginx, networks: {front: {aliases: [d]}}}
        networks: {front: }
        volumes: {x: }

        """

    private static let reading = """
        services:
          a: {image: "nginx:${TAG}", env_file: [one.env, {path: two.env, required: false}]}
          b: {image: "x${A:-$B}", env_file: [{path: raw.env, format: raw}], label_file: label.env}
        configs: {c: {content: "${A?}"}}

        """
}
