/// Which system a graph describes and where it comes from; none of it enters a spec.
package struct SystemIdentity: Hashable, Sendable {
    /// The system's name, which is Compose's project name.
    package let name: String
    /// The manifest's directory, for Compose's `working_dir` label and to tell one source from another.
    package let directory: String
    /// The manifest's files as absolute paths, for Compose's `config_files` label.
    package let files: [String]

    package init(name: String, directory: String, files: [String]) {
        self.name = name
        self.directory = directory
        self.files = files
    }
}
