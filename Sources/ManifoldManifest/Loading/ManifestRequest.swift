/// What a manifest is loaded from.
package struct ManifestRequest: Sendable {
    /// Absolute paths with the names to show for them, in the order of `-f`; later ones are merged over earlier ones.
    package var files: [(path: String, shownAs: String)]
    /// The directory against which relative paths are read: `--project-directory`, or that of the first file.
    package var directory: String
    /// `-p`, or `COMPOSE_PROJECT_NAME`.
    package var projectName: String?
    package var profiles: Set<String>
    /// `--env-file`; empty means `.env`, where there is one.
    package var environmentFiles: [String]
    /// Where to look for `.env`, if not in the directory: what the first one sets counts before what a later one sets.
    package var environmentDirectories: [String] = []
    /// Whether `.env` is read at all where no env file is named.
    package var readsDefaultEnvironment = true
    /// The process's environment.
    package var environment: [String: String]
    /// Whether the contents of configs and secrets are read, so that one that is missing is an error.
    ///
    /// Compiling needs no contents.
    package var readsContents = true
    /// Is told the system's name once it is known: when all files are parsed, and nothing has been made of them yet.
    package var whenNamed: (@Sendable (String) -> Void)?
    /// Whether it is to be found out which variables are read, without regard to their values.
    var collectsUses = false
    /// The directory that people are shown paths in; nil is the manifest's.
    package var workingDirectory: String?

    package init(
        files: [(path: String, shownAs: String)],
        directory: String,
        projectName: String? = nil,
        profiles: Set<String> = [],
        environmentFiles: [String] = [],
        environment: [String: String] = [:]
    ) {
        self.files = files
        self.directory = directory
        self.projectName = projectName
        self.profiles = profiles
        self.environmentFiles = environmentFiles
        self.environment = environment
    }
}

extension ManifestRequest {
    /// The request with the profiles of `COMPOSE_PROFILES`, which may stand in `.env`, where it names none itself.
    func withProfiles(from variables: Variables) -> ManifestRequest {
        guard profiles.isEmpty, let names = variables["COMPOSE_PROFILES"] else { return self }
        var request = self
        request.profiles = Set(
            names.split(separator: ",")
                .map { name in
                    let start = name.drop(while: \.isWhitespace)
                    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
                }
                .filter { !$0.isEmpty }
        )
        return request
    }

    /// How a file is shown to people.
    func shown(_ path: String) -> String {
        guard let workingDirectory else { return FilePath.shown(path, in: directory) }
        let target = path.split(separator: "/")
        let base = workingDirectory.split(separator: "/")
        let shared = zip(target, base).prefix { $0 == $1 }.count
        // Somewhere else altogether the whole path says more than a way there.
        guard shared > 0, path.hasPrefix("/") else { return path }
        let up = [Substring](repeating: "..", count: base.count - shared)
        return (up + target.dropFirst(shared)).joined(separator: "/")
    }
}
