import ManifoldDiagnostics

/// What the values of one file are read against, since an included or extended file may have its own.
struct FileContext: Sendable {
    /// The directory against which relative paths are read, absolute.
    var directory: String
    /// The variables that `environment: [NAME]`, `env_file` and the like look up.
    var variables: Variables
    /// The directory of the project that the file belongs to: the manifest's own, or that of an included one.
    ///
    /// An extended file has another directory than the project that extends from it. What nobody wrote, such as the
    /// context of a build that names none, is read against the project's.
    var projectDirectory: String

    init(directory: String, variables: Variables, projectDirectory: String? = nil) {
        self.directory = directory
        self.variables = variables
        self.projectDirectory = projectDirectory ?? directory
    }
}

/// The context of each file of a run.
struct FileContexts: Sendable {
    /// That of every file that has none of its own.
    let project: FileContext
    private var others: [FileID: FileContext] = [:]

    init(project: FileContext) {
        self.project = project
    }

    /// The context of a file; the project's, unless another one was set.
    subscript(_ file: FileID) -> FileContext {
        get { others[file] ?? project }
        set { others[file] = newValue }
    }
}
