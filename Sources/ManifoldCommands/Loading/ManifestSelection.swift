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
        let named = namedFiles
        var chosen = named
        if named.isEmpty {
            let discovery = ManifestDiscovery(files: files)
            guard let found = discovery.discover(from: base ?? workingDirectory, reporting: &diagnostics) else {
                return nil
            }
            chosen = [found.path] + (found.override.map { [$0] } ?? [])
        }
        let directory = base ?? directory(of: chosen) ?? workingDirectory
        var request = ManifestRequest(
            files: chosen.map { (path: absolute($0), shownAs: shown($0, asWritten: !named.isEmpty)) },
            directory: directory,
            projectName: options.projectName,
            profiles: Set(options.profiles),
            environmentFiles: environmentFiles,
            environment: environment
        )
        let first = environmentDirectory
        request.environmentDirectories = first == directory ? [directory] : [first, directory]
        request.readsDefaultEnvironment = readsDefaultEnvironment
        request.workingDirectory = workingDirectory
        return request
    }

    /// The system's name where no manifest is needed to tell it.
    var projectName: String? {
        let name = options.projectName ?? variables["COMPOSE_PROJECT_NAME"] ?? ""
        return name.isEmpty ? nil : name
    }

    /// Whether somebody named a manifest, so that it must be there.
    var namesFiles: Bool { !namedFiles.isEmpty }

    /// Whether the manifest comes through standard input.
    var readsStandardInput: Bool { namedFiles.contains(DiskFileProvider.standardInput) }

    // MARK: Files

    private var base: String? {
        guard let directory = options.projectDirectory, !directory.isEmpty else { return nil }
        return PathText.absolute(directory, in: workingDirectory)
    }

    private var namedFiles: [String] {
        options.files.isEmpty ? filesOfVariable(variables["COMPOSE_FILE"], variables) : options.files
    }

    private func filesOfVariable(_ list: String?, _ variables: EnvironmentLookup) -> [String] {
        let separator = variables["COMPOSE_PATH_SEPARATOR"] ?? ""
        return Self.parts(of: list, separator: separator.isEmpty ? ":" : separator)
    }

    /// The directory of the first of some files that lies in one.
    private func directory(of files: [String]) -> String? {
        files.first { $0 != DiskFileProvider.standardInput }.map { PathText.parent(of: absolute($0)) }
    }

    private func absolute(_ path: String) -> String {
        path == DiskFileProvider.standardInput ? path : PathText.absolute(path, in: workingDirectory)
    }

    private func shown(_ path: String, asWritten isNamed: Bool) -> String {
        if path == DiskFileProvider.standardInput { return DiskFileProvider.standardInputShown }
        // A path that somebody wrote is shown as it was written.
        return isNamed ? path : PathText.relative(path, to: workingDirectory)
    }

    // MARK: Variables

    /// The variables that can say which files are meant: those of the process, and behind them those of `.env`.
    private var variables: EnvironmentLookup {
        EnvironmentLookup(
            directory: environmentDirectory,
            environmentFiles: environmentFiles,
            readsDefault: readsDefaultEnvironment,
            environment: environment,
            files: files
        )
    }

    /// Where `.env` is looked for before it could name other files: beside the manifest that is known without it.
    private var environmentDirectory: String {
        if let base { return base }
        if let named = directory(of: options.files) { return named }
        if options.files.isEmpty {
            let separator = environment["COMPOSE_PATH_SEPARATOR"] ?? ""
            let listed = Self.parts(of: environment["COMPOSE_FILE"], separator: separator.isEmpty ? ":" : separator)
            if let named = directory(of: listed) { return named }
            if listed.isEmpty, let found = ManifestDiscovery(files: files).find(from: workingDirectory) {
                return found.directory
            }
        }
        return workingDirectory
    }

    private var environmentFiles: [String] {
        let named =
            options.environmentFiles.isEmpty
            ? Self.parts(of: environment["COMPOSE_ENV_FILES"], separator: ",") : options.environmentFiles
        return named.map { PathText.absolute($0, in: workingDirectory) }
    }

    private var readsDefaultEnvironment: Bool {
        !["1", "t", "T", "true", "TRUE", "True"].contains(environment["COMPOSE_DISABLE_ENV_FILE"] ?? "")
    }

    private static func parts(of list: String?, separator: String) -> [String] {
        var rest = Substring(list ?? "")
        var items: [String] = []
        while let range = rest.firstRange(of: separator) {
            items.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return (items + [String(rest)]).filter { !$0.isEmpty }
    }
}
