/// What a manifest is loaded from.
package struct ManifestRequest: Sendable {
    /// Absolute paths with the names to show for them, in the order of `-f`.
    package var files: [(path: String, shownAs: String)]
    /// The directory against which relative paths are read: `--project-directory`, or that of the first file.
    package var directory: String
    /// `-p`, or `COMPOSE_PROJECT_NAME`.
    package var projectName: String?
    package var profiles: Set<String>
    /// `--env-file`; empty means `.env` in the directory, where there is one.
    package var environmentFiles: [String]
    /// The process's environment.
    package var environment: [String: String]
    /// Whether the contents of configs and secrets are read, so that one that is missing is an error.
    ///
    /// Compiling needs no contents.
    package var readsContents = true

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
        request.profiles = Set(names.split(separator: ",").map(String.init))
        return request
    }
}
