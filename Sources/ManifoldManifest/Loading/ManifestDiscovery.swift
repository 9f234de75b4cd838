package import ManifoldDiagnostics

/// Finds the manifest that belongs to a directory.
package struct ManifestDiscovery {
    /// The names of a manifest, the first that is there wins.
    package static let names = [
        "manifold.yaml", "manifold.yml", "compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml",
    ]

    /// The names of a file that is merged over a Compose file that was found, the first that is there wins.
    private static let overrides = [
        "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml",
    ]

    private let files: any FileProvider

    package init(files: any FileProvider) {
        self.files = files
    }

    /// A manifest that was found.
    package struct Found: Hashable, Sendable {
        package let path: String
        /// The file that is merged over it.
        package let override: String?
        /// The directory that the manifest lies in.
        package let directory: String
        /// What lies there and could have been meant, where that is more than one file.
        fileprivate let candidates: [[String]]
    }

    /// The nearest manifest, from a directory upwards; nil where there is none.
    package func find(from start: String) -> Found? {
        var directory = FilePath.clean(start)
        while true {
            let names = present(Self.names, in: directory)
            if let name = names.first {
                let overrides = name.hasPrefix("manifold.") ? [] : present(Self.overrides, in: directory)
                return Found(
                    path: FilePath.absolute(name, in: directory),
                    override: overrides.first.map { FilePath.absolute($0, in: directory) },
                    directory: directory,
                    candidates: [names, overrides].filter { $0.count > 1 }
                )
            }
            let parent = FilePath.parent(directory)
            guard parent != directory else { return nil }
            directory = parent
        }
    }

    /// The nearest manifest; nil, and reported, where there is none.
    package func discover(from start: String, reporting diagnostics: inout Diagnostics) -> Found? {
        guard let found = find(from: start) else {
            diagnostics.report(.noManifest(directory: start))
            return nil
        }
        for names in found.candidates { diagnostics.report(.severalCandidates(names, in: found.directory)) }
        return found
    }

    private func present(_ names: [String], in directory: String) -> [String] {
        names.filter { files.exists(FilePath.absolute($0, in: directory)) }
    }
}
