package import ManifoldDiagnostics

/// Finds the manifest that belongs to a directory.
package struct ManifestDiscovery {
    /// The names of a manifest, the first that is there wins.
    package static let names = [
        "manifold.yaml", "manifold.yml", "compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml",
    ]

    private static let overrides = [
        "compose.override.yaml", "compose.override.yml", "docker-compose.override.yaml", "docker-compose.override.yml",
    ]

    private let files: any FileProvider

    package init(files: any FileProvider) {
        self.files = files
    }

    /// A manifest that was found.
    package struct Found: Hashable, Sendable {
        package let path: String
        /// The directory that the manifest lies in.
        package let directory: String
        /// The path relative to the directory where the search began.
        package let shownAs: String
    }

    /// The nearest manifest, from a directory upwards; nil after an error.
    package func discover(from start: String, reporting diagnostics: inout Diagnostics) -> Found? {
        var directory = FilePath.clean(start)
        var prefix = ""
        while true {
            let present = Self.names.filter { files.exists(path($0, directory)) }
            if let name = present.first {
                let found = Found(path: path(name, directory), directory: directory, shownAs: prefix + name)
                return check(found, name, present, &diagnostics) ? found : nil
            }
            let parent = FilePath.parent(directory)
            guard parent != directory else { break }
            directory = parent
            prefix += "../"
        }
        diagnostics.report(.noManifest(directory: start))
        return nil
    }

    /// Reports what lies beside a manifest and would be left out.
    private func check(
        _ found: Found,
        _ name: String,
        _ present: [String],
        _ diagnostics: inout Diagnostics
    ) -> Bool {
        if present.count > 1 { diagnostics.report(.severalCandidates(present, in: found.directory)) }
        guard !name.hasPrefix("manifold.") else { return true }
        let overrides = Self.overrides.filter { files.exists(path($0, found.directory)) }
        if let override = overrides.first {
            diagnostics.report(.overrideFile(override, beside: name))
            return false
        }
        return true
    }

    private func path(_ name: String, _ directory: String) -> String {
        directory == "/" ? "/" + name : directory + "/" + name
    }
}
