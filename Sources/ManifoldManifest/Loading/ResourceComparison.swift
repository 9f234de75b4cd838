import ManifoldDiagnostics
import ManifoldYAML

/// Whether a resource that two projects declare is the same in both, so that there is no conflict.
struct ResourceComparison {
    let contexts: FileContexts

    /// Keys of services whose meaning depends on the directory that the file is read in.
    private static let withPaths: Set<String> = ["build", "develop", "env_file", "file", "label_file"]

    func isSame(_ left: Node, _ right: Node) -> Bool {
        isSame(left, right, key: "")
    }

    /// Keys whose short forms are spelled out before they are compared.
    private static let withShortForms = [
        "build", "configs", "depends_on", "devices", "dns", "env_file", "extends", "gpus", "label_file", "networks",
        "ports", "secrets", "volumes",
    ]

    /// Whether a resource has nothing in it that can be written shorter than it is meant.
    func isLong(_ resource: Node) -> Bool {
        Self.withShortForms.allSatisfy { key in
            guard let value = resource[key] else { return true }
            return value.pairs != nil && key != "build"
        }
    }

    private func isSame(_ left: Node, _ right: Node, key: String) -> Bool {
        switch (left.content, right.content) {
        case (.scalar(let one), .scalar(let other)):
            return one.text == other.text && left.resolved == right.resolved && isAtHome(left, right, key)
        case (.sequence(let one), .sequence(let other)):
            return one.count == other.count
                && zip(one, other).allSatisfy { isSame($0, $1, key: key) && hasSameValue($0, $1, key) }
        case (.mapping(let one), .mapping(let other)):
            guard one.count == other.count else { return false }
            return one.allSatisfy { pair in
                let name = pair.key.scalarText ?? ""
                guard let partner = right[name] else { return false }
                return isSame(pair.value, partner, key: Self.withPaths.contains(key) ? key : name)
            }
        default:
            return false
        }
    }

    /// The same path in two directories is two paths.
    private func isAtHome(_ left: Node, _ right: Node, _ key: String) -> Bool {
        let text = left.scalarText ?? ""
        guard Self.withPaths.contains(key) || text.hasPrefix(".") || text.hasPrefix("~") else { return true }
        return text.hasPrefix("/") || contexts[left.span.file].directory == contexts[right.span.file].directory
    }

    /// `environment: [NAME]` is what `NAME` is in each of the two projects.
    private func hasSameValue(_ left: Node, _ right: Node, _ key: String) -> Bool {
        guard key == "environment", let name = left.scalarText, !name.contains("=") else { return true }
        return contexts[left.span.file].variables[name] == contexts[right.span.file].variables[name]
    }
}
