import ManifoldYAML

/// One entry of `include`, as it is written.
struct Inclusion {
    /// The file, and others that are merged over it.
    var paths: [Node] = []
    var projectDirectory: Node?
    var environmentFiles: [Node] = []
    let entry: Node

    static let keys = ["path", "project_directory", "env_file"]
}
