/// The variables of a run: the process's environment, and behind it what `.env` or `--env-file` sets.
///
/// An included project has those of the project that includes it, and behind them what its own env files set.
package struct Variables: Sendable {
    /// What is set, the first that has a name wins.
    private var layers: [[String: String]]
    private var projectName: String?

    package init(process: [String: String]) {
        layers = [process, [:]]
    }

    /// The value of a variable, which may be empty; nil where it is not set.
    package subscript(name: String) -> String? {
        if name == "COMPOSE_PROJECT_NAME", let projectName { return projectName }
        for layer in layers {
            if let value = layer[name] { return value }
        }
        return nil
    }

    /// Sets what a file supplies; a later file wins over an earlier one, and the process over both.
    mutating func setFromFile(_ name: String, to value: String) {
        layers[layers.count - 1][name] = value
    }

    /// Makes what further files supply count only where nothing has set it so far.
    mutating func addLayer() {
        layers.append([:])
    }

    /// Compose's own variable, which every manifest can read.
    mutating func setProjectName(_ name: String) {
        projectName = name
    }
}
