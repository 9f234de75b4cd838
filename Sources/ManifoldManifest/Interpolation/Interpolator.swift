import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// Replaces the variables in the values of a tree; keys stay as they are.
struct Interpolator {
    /// Marks a scalar whose substitution failed, so that decoders pass over it instead of reporting it once more.
    static let brokenTag = "!manifold/broken"

    let variables: Variables
    /// Whether the uses of variables are what is wanted, and not a tree without mistakes.
    private let collectsUses: Bool
    /// Where variables are read, if that is wanted.
    private(set) var uses: OrderedSet<VariableUse> = []
    /// The places that read a variable which is not set, for one warning per variable.
    private var unset: [String: OrderedSet<SourceSpan>] = [:]

    init(variables: Variables, collectsUses: Bool = false) {
        self.variables = variables
        self.collectsUses = collectsUses
    }

    /// The node of one file with its variables replaced; what has none is returned as it came, without a copy.
    ///
    /// `bytesLeft` is how long the new texts may be together.
    mutating func interpolate(
        _ node: Node,
        in sources: SourceMap,
        bytesLeft: inout Int,
        reporting diagnostics: inout Diagnostics
    ) -> Node {
        // Only the index of a large file would cost anything.
        if case .scalar(let scalar) = node.content, !Substitution.concerns(scalar.text) { return node }
        var pass = Pass(
            variables: variables,
            sources: sources,
            dollars: DollarIndex(of: sources[node.span.file]),
            bytesLeft: bytesLeft
        )
        pass.collectsUses = collectsUses
        let result = pass.changed(node) ?? node
        bytesLeft = pass.bytesLeft
        if collectsUses {
            uses.formUnion(pass.uses)
            return result
        }
        for diagnostic in pass.diagnostics { diagnostics.report(diagnostic) }
        for (name, place) in pass.unset { unset[name, default: []].append(place) }
        return result
    }

    /// Reports the variables that were read and are not set.
    func reportUnset(to diagnostics: inout Diagnostics) {
        for (name, places) in unset.sorted(by: { $0.key < $1.key }) {
            diagnostics.report(.unsetVariable(name, at: Array(places)))
        }
    }
}

extension Interpolator {
    /// One walk through a tree.
    private struct Pass {
        let variables: Variables
        let sources: SourceMap
        var dollars: DollarIndex
        var bytesLeft: Int
        var collectsUses = false
        var uses: [VariableUse] = []
        var diagnostics: [Diagnostic] = []
        var unset: [(name: String, place: SourceSpan)] = []

        /// The new node, or nil where nothing in it changes.
        mutating func changed(_ node: Node) -> Node? {
            switch node.content {
            case .scalar(let scalar):
                return Substitution.concerns(scalar.text) ? substituted(scalar, of: node) : nil
            case .sequence(let items):
                var copy: [Node]?
                for index in items.indices where dollars.concerns(items[index].span) {
                    guard let new = changed(items[index]) else { continue }
                    copy = copy ?? items
                    copy?[index] = new
                }
                return copy.map { node.with(.sequence($0)) }
            case .mapping(let pairs):
                var copy: [Node.Pair]?
                for index in pairs.indices where dollars.concerns(pairs[index].value.span) {
                    guard let new = changed(pairs[index].value) else { continue }
                    copy = copy ?? pairs
                    copy?[index] = Node.Pair(key: pairs[index].key, value: new)
                }
                return copy.map { node.with(.mapping($0)) }
            }
        }

        /// A scalar that was interpolated is a string, as it is for Compose, whatever its text looks like:
        /// the readers of numbers and truth values take strings as well.
        private mutating func substituted(_ scalar: Scalar, of node: Node) -> Node {
            if collectsUses {
                let places = DollarPlaces(of: scalar, at: node.span, in: sources)
                uses += VariableScan(scalar.text).found.map { VariableUse($0.expression, at: places[$0.dollar]) }
            }
            let result = Substitution(scalar.text, longest: bytesLeft) { [variables] name in
                variables[name].map { Substitution.Found(value: $0, variables: []) }
            }
            bytesLeft -= result.text.utf8.count
            if result.problem != nil || !result.unset.isEmpty {
                let places = DollarPlaces(of: scalar, at: node.span, in: sources)
                // A node that is reached through two aliases is interpolated twice; the set of places takes it once.
                for variable in result.unset { unset.append((variable.name, places[variable.dollar])) }
                if let problem = result.problem {
                    diagnostics.append(.substitution(problem, at: places[result.problemDollar]))
                    return node.broken
                }
            }
            return node.with(.scalar(Scalar(result.text, style: .doubleQuoted, variables: result.variables)))
        }
    }
}
