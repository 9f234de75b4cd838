import ManifoldDiagnostics
import ManifoldManifest

/// Which manifest a command is about: from its options, Compose's variables, or what lies in the working directory.
struct ManifestSelection {
    let options: GlobalOptions
    let environment: [String: String]
    let workingDirectory: String
    let files: any FileProvider

    /// What to load; nil, and reported, where no manifest is named and none is found.
    func request(reporting diagnostics: inout Diagnostics) -> ManifestRequest? {
        let base = options.projectDirectory.map { PathText.absolute($0, in: workingDirectory) }
        var chosen = namedFiles.map { (path: absolute($0), shownAs: shown($0)) }
        if chosen.isEmpty {
            let discovery = ManifestDiscovery(files: files)
            guard let found = discovery.discover(from: base ?? workingDirectory, reporting: &diagnostics) else {
                return nil
            }
            chosen = [(path: found.path, shownAs: PathText.relative(found.path, to: workingDirectory))]
        }
        let isPiped = chosen[0].path == DiskFileProvider.standardInput
        let home = isPiped ? workingDirectory : PathText.parent(of: chosen[0].path)
        return ManifestRequest(
            files: chosen,
            directory: base ?? home,
            projectName: options.projectName,
            profiles: Set(options.profiles),
            environmentFiles: environmentFiles.map { PathText.absolute($0, in: workingDirectory) },
            environment: environment
        )
    }

    /// The system's name where no manifest is needed to tell it.
    var projectName: String? {
        let name = options.projectName ?? environment["COMPOSE_PROJECT_NAME"] ?? ""
        return name.isEmpty ? nil : name
    }

    /// Whether somebody named a manifest, so that it must be there.
    var namesFiles: Bool { !namedFiles.isEmpty }

    /// Whether the manifest comes through standard input.
    var readsStandardInput: Bool { namedFiles.contains(DiskFileProvider.standardInput) }

    private var namedFiles: [String] {
        if !options.files.isEmpty { return options.files }
        let separator = environment["COMPOSE_PATH_SEPARATOR"] ?? ""
        return list("COMPOSE_FILE", separator: separator.isEmpty ? ":" : separator)
    }

    private var environmentFiles: [String] {
        options.environmentFiles.isEmpty ? list("COMPOSE_ENV_FILES", separator: ",") : options.environmentFiles
    }

    private func absolute(_ path: String) -> String {
        path == DiskFileProvider.standardInput ? path : PathText.absolute(path, in: workingDirectory)
    }

    private func shown(_ path: String) -> String {
        path == DiskFileProvider.standardInput ? DiskFileProvider.standardInputShown : path
    }

    private func list(_ variable: String, separator: String) -> [String] {
        var rest = Substring(environment[variable] ?? "")
        var items: [String] = []
        while let range = rest.firstRange(of: separator) {
            items.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return (items + [String(rest)]).filter { !$0.isEmpty }
    }
}
