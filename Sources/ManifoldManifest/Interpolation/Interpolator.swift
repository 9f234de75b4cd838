import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// Replaces the variables in the values of a tree; keys stay as they are.
struct Interpolator {
    /// Marks a scalar whose substitution failed, so that decoders pass over it instead of reporting it once more.
    static let brokenTag = "!manifold/broken"

    let variables: Variables
    /// The places that read a variable which is not set, for one warning per variable.
    private var unset: [String: OrderedSet<SourceSpan>] = [:]

    init(variables: Variables) {
        self.variables = variables
    }

    /// The node with its variables replaced; what has none is returned as it came, without a copy.
    mutating func interpolate(_ node: Node, in sources: SourceMap, reporting diagnostics: inout Diagnostics) -> Node {
        changed(node, in: sources, reporting: &diagnostics) ?? node
    }

    /// Reports the variables that were read and are not set.
    func reportUnset(to diagnostics: inout Diagnostics) {
        for (name, places) in unset.sorted(by: { $0.key < $1.key }) {
            diagnostics.report(.unsetVariable(name, at: Array(places)))
        }
    }

    /// The new node, or nil where nothing in it changes.
    private mutating func changed(
        _ node: Node,
        in sources: SourceMap,
        reporting diagnostics: inout Diagnostics
    ) -> Node? {
        switch node.content {
        case .scalar(let scalar):
            guard Substitution.concerns(scalar.text) else { return nil }
            return substituted(scalar, of: node, in: sources, reporting: &diagnostics)
        case .sequence(let items):
            var copy: [Node]?
            for (index, item) in items.enumerated() {
                guard let new = changed(item, in: sources, reporting: &diagnostics) else { continue }
                copy = copy ?? items
                copy?[index] = new
            }
            return copy.map { Node(.sequence($0), tag: node.tag, span: node.span, alias: node.alias) }
        case .mapping(let pairs):
            var copy: [Node.Pair]?
            for (index, pair) in pairs.enumerated() {
                guard let new = changed(pair.value, in: sources, reporting: &diagnostics) else { continue }
                copy = copy ?? pairs
                copy?[index] = Node.Pair(key: pair.key, value: new)
            }
            return copy.map { Node(.mapping($0), tag: node.tag, span: node.span, alias: node.alias) }
        }
    }

    /// A scalar that was interpolated is a string, as it is for Compose, whatever its text looks like:
    /// the readers of numbers and truth values take strings as well.
    private mutating func substituted(
        _ scalar: Scalar,
        of node: Node,
        in sources: SourceMap,
        reporting diagnostics: inout Diagnostics
    ) -> Node {
        let result = Substitution(scalar.text) { [variables] name in
            variables[name].map { Substitution.Found(value: $0, variables: []) }
        }
        if result.problem != nil || !result.unset.isEmpty {
            let places = DollarPlaces(of: scalar, at: node.span, in: sources)
            // A node that is reached through two aliases is interpolated twice, hence the set.
            for variable in result.unset { unset[variable.name, default: []].append(places[variable.dollar]) }
            if let problem = result.problem {
                diagnostics.report(.substitution(problem, at: places[result.problemDollar]))
                return Node(node.content, tag: Self.brokenTag, span: node.span, alias: node.alias)
            }
        }
        let new = Scalar(result.text, style: .doubleQuoted, variables: result.variables)
        return Node(.scalar(new), tag: node.tag, span: node.span, alias: node.alias)
    }
}
