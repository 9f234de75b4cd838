/// The variables of a run: the process's environment, and behind it what `.env` or `--env-file` sets.
package struct Variables: Sendable {
    private let process: [String: String]
    private var files: [String: String] = [:]
    private var projectName: String?

    package init(process: [String: String]) {
        self.process = process
    }

    /// The value of a variable, which may be empty; nil where it is not set.
    package subscript(name: String) -> String? {
        if name == "COMPOSE_PROJECT_NAME", let projectName { return projectName }
        return process[name] ?? files[name]
    }

    /// Sets what a file supplies; a later file wins over an earlier one, and the process over both.
    mutating func setFromFile(_ name: String, to value: String) {
        files[name] = value
    }

    /// Compose's own variable, which every manifest can read.
    mutating func setProjectName(_ name: String) {
        projectName = name
    }
}
