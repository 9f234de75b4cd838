package import ManifoldResources

/// What is in the files that an image is built from.
package struct BuildFacts<Text: Hashable & Sendable>: Sendable {
    /// Digests in the places of the image's field table where the spec only says where the files are.
    package var contents: Fields<Text> = [:]
    /// Digests of single files or directories of the context, to tell which have changed.
    package var files: [String: Text] = [:]
    /// Why they could not be read.
    package var problem: String?

    package init(problem: String? = nil) {
        self.problem = problem
    }
}

/// Who builds.
package enum Builder: String, Hashable, Sendable {
    /// BuildKit, through Docker's command line and its plugin buildx.
    case buildx
    /// The engine's own.
    case engine
}
