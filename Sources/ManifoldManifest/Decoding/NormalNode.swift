import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// Values in normal form: each has the style of its type, so that what is written out is read back as the same.
extension Node {
    static func normal(_ text: Sourced<String>) -> Node { normal(text.value, from: text.origin) }

    static func normal(_ text: String, from origin: Origin) -> Node {
        Node(.scalar(Scalar(text, style: .doubleQuoted, variables: origin.variables)), from: origin)
    }

    static func normal(_ value: Sourced<Bool>) -> Node {
        plain(value.value ? "true" : "false", from: value.origin)
    }

    static func normal(_ value: Sourced<Int64>) -> Node {
        plain(String(value.value), from: value.origin)
    }

    /// A number as Go prints a float of 32 bits, as all that Compose has are: without a fraction where it is whole.
    static func normal(_ value: Sourced<Double>) -> Node {
        let number = Float(value.value)
        let text = Int64(exactly: number).map(String.init) ?? "\(number)"
        return plain(text, from: value.origin)
    }

    static func null(at origin: Origin) -> Node { plain("null", from: origin) }

    static func normal(_ items: [Node], from origin: Origin) -> Node {
        Node(.sequence(items), from: origin)
    }

    static func normal(_ texts: [String], from origin: Origin) -> Node {
        normal(texts.map { normal($0, from: origin) }, from: origin)
    }

    static func normal(_ texts: [Sourced<String>], from origin: Origin) -> Node {
        normal(texts.map { normal($0) }, from: origin)
    }

    private static func plain(_ text: String, from origin: Origin) -> Node {
        Node(.scalar(Scalar(text, style: .plain, variables: origin.variables)), from: origin)
    }

    fileprivate init(_ content: Content, from origin: Origin) {
        self.init(content, span: origin.span, alias: origin.via.first, overridden: origin.overridden)
    }
}

extension Origin {
    /// The origin of what nobody wrote and what follows from that which stands here: a place without extent.
    var implied: Origin { Origin(span.beginning, via: via) }
}

/// A mapping in normal form while it grows; what is absent stays out.
struct NormalMapping {
    private(set) var pairs: [Node.Pair] = []

    mutating func add(_ key: String, _ value: Node?) {
        if let value { pairs.append(Node.Pair(key: .normal(key, from: Origin(value.span)), value: value)) }
    }

    /// Adds a string, unless it is none or empty.
    mutating func add(_ key: String, _ text: String?, from origin: Origin) {
        if let text, !text.isEmpty { add(key, .normal(text, from: origin)) }
    }

    /// Adds `true`; `false` is the same as none.
    mutating func add(_ key: String, ifTrue flag: Bool, from origin: Origin) {
        if flag { add(key, .normal(Sourced(true, from: origin))) }
    }

    /// The mapping; its keys as they were added.
    func node(from origin: Origin) -> Node {
        Node(.mapping(pairs), from: origin)
    }

    /// The mapping with its keys in the order of their bytes, as Go writes a map.
    func sorted(from origin: Origin) -> Node {
        let sorted = pairs.sorted { left, right in
            (left.key.scalarText ?? "").utf8.lexicographicallyPrecedes((right.key.scalarText ?? "").utf8)
        }
        return Node(.mapping(sorted), from: origin)
    }
}

extension Node {
    /// Names with their values, in the order of the names' bytes; nil is a name without a value.
    static func normal(_ entries: OrderedDictionary<String, Sourced<String?>>, from origin: Origin) -> Node {
        var mapping = NormalMapping()
        for (name, value) in entries {
            mapping.add(name, value.value.map { .normal($0, from: value.origin) } ?? .null(at: value.origin))
        }
        return mapping.sorted(from: origin)
    }

    static func normal(_ entries: OrderedDictionary<String, Sourced<String>>, from origin: Origin) -> Node {
        var mapping = NormalMapping()
        for (name, value) in entries { mapping.add(name, .normal(value)) }
        return mapping.sorted(from: origin)
    }

    /// The same node, or nil where it is an empty list or mapping.
    var unlessEmpty: Node? {
        switch content {
        case .sequence(let items): items.isEmpty ? nil : self
        case .mapping(let pairs): pairs.isEmpty ? nil : self
        case .scalar: self
        }
    }
}

extension Node {
    /// A mapping without entries.
    static func nothing(at origin: Origin) -> Node { NormalMapping().node(from: origin) }

    /// The mapping with another value for a key that it has.
    func replacing(_ key: String, with value: Node) -> Node {
        let pairs = (pairs ?? []).map { $0.key.scalarText == key ? Pair(key: $0.key, value: value) : $0 }
        return with(.mapping(pairs))
    }

    /// The same value with each of its parts at the place where the written value has a part of that name or number.
    ///
    /// What nobody wrote follows from the whole.
    func placed(like written: Node?) -> Node {
        guard let written else { return self }
        return placed(like: written)
    }

    private func placed(like written: Node) -> Node {
        switch (content, written.content) {
        case (.mapping(let pairs), .mapping):
            return with(
                .mapping(
                    pairs.map { pair in
                        guard let key = pair.key.scalarText, let part = written[key] else { return pair.implied }
                        return Pair(key: pair.key, value: pair.value.placed(like: part))
                    } + written.extensions
                ),
                from: written
            )
        case (.sequence(let items), .sequence(let parts)) where items.count == parts.count:
            return with(.sequence(zip(items, parts).map { $0.placed(like: $1) }), from: written)
        default:
            return with(content, from: written)
        }
    }

    /// The `x-` keys of an object as it is written.
    private var extensions: [Pair] {
        (pairs ?? []).filter { $0.key.scalarText?.hasPrefix("x-") == true }
            .sorted { ($0.key.scalarText ?? "") < ($1.key.scalarText ?? "") }
            .map { Pair(extension: $0.key.scalarText ?? "", at: $0.key.span, $0.value) }
    }

    private func with(_ content: Content, from written: Node) -> Node {
        var content = content
        if case .scalar(let scalar) = content, case .scalar(let other) = written.content {
            content = .scalar(Scalar(scalar.text, style: scalar.style, variables: other.variables))
        }
        return Node(content, from: written.origin)
    }
}

extension Node.Pair {
    /// The same entry as one that nobody wrote.
    fileprivate var implied: Node.Pair {
        Node.Pair(key: key, value: Node(value.content, span: value.span.beginning, alias: value.alias))
    }
}
