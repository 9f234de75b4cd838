import ManifoldDiagnostics

/// Builds nodes from events with a stack of its own: a text can ask for depth, but not for our call stack.
struct TreeBuilder: ~Copyable {
    enum Outcome {
        case documents([Node])
        /// A limit was reached; the reason is among the diagnostics.
        case refused
        case fault(SyntaxFault)
    }

    let source: SourceText
    let limits: YAMLLimits
    private(set) var diagnostics: [Diagnostic] = []
    private var nodes = NodeStack()
    private var open: ContiguousArray<OpenCollection> = []
    private var anchors: [String: Anchor] = [:]
    private var anchorCount = 0
    private var aliasedNodes = 0
    /// Where the last thing that was really written ends; libyaml ends a block collection only at what follows it.
    private var writtenEnd: UInt32 = 0
    private var isRefused = false

    init(source: SourceText, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
    }

    /// Reads the stream to its end.
    mutating func build(from stream: inout EventStream) -> Outcome {
        var documents: [Node] = []
        while let event = stream.next() {
            switch event.kind {
            case .scalar(let scalar): add(scalar, event)
            case .alias(let name): addAlias(of: name, event)
            case .collectionStart(let isMapping, let isFlow): begin(isMapping: isMapping, isFlow: isFlow, event)
            case .collectionEnd: end(at: event.end)
            case .documentStart:
                anchors.removeAll(keepingCapacity: true)
                aliasedNodes = 0
            case .documentEnd: documents += nodes.pop().map { [$0] } ?? []
            case .streamEnd: return .documents(documents)
            }
            if isRefused { return .refused }
        }
        return .fault(stream.fault())
    }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    // MARK: Scalars and aliases

    private mutating func add(_ scalar: Scalar, _ event: Event) {
        let start = hasProperties(event) ? source.valueStart(event.start, before: event.end) : event.start
        var end = event.end
        if scalar.style == .literal || scalar.style == .folded { end = source.trimmedEnd(end, after: start) }
        writtenEnd = end
        let span = source.span(start, end)
        let tag = specificTag(event.tag, ofScalar: true)
        var node = Node(.scalar(scalar), tag: tag, span: span)
        if let tag, scalar.resolved(as: tag) == nil {
            node = Node(.scalar(scalar), tag: tag, span: span, alias: span)
            report(YAMLDiagnostics.tagValue(scalar.text, tag: tag, at: source.span(event.start, end)))
        }
        if scalar.style == .plain, scalar.text == "<<", isKeyNext { open[open.count - 1].hasSpecialKeys = true }
        let size = 1 + scalar.text.utf8.count / YAMLLimits.bytesLikeNode
        if let anchor = event.anchor { anchors[anchor] = .closed(node, size: size) }
        push(node, size: size)
    }

    private mutating func addAlias(of name: String, _ event: Event) {
        let span = source.span(event.start, event.end)
        writtenEnd = event.end
        switch anchors[name] {
        case .closed(let node, let size):
            aliasedNodes += size
            let limit = limits.aliasedNodes(in: source.bytes.count)
            guard aliasedNodes <= limit else {
                return refuse(YAMLDiagnostics.aliasExpansion(name, at: span, anchored: node.span, limit: limit))
            }
            if isKeyNext { open[open.count - 1].hasSpecialKeys = true }
            push(Node(node.content, tag: node.tag, span: node.span, alias: span), size: size)
        case .open(let anchored, _):
            report(YAMLDiagnostics.recursiveAlias(name, at: span, anchored: anchored))
            pushNothing(at: span)
        case nil:
            report(YAMLDiagnostics.unknownAnchor(name, at: span, known: anchors.keys))
            pushNothing(at: span)
        }
    }

    /// Keeps the tree whole where an alias has no value, so that reading can go on; such a node is its own alias.
    private mutating func pushNothing(at span: SourceSpan) {
        push(Node(.scalar(Scalar("", style: .plain)), span: span, alias: span), size: 1)
    }

    // MARK: Collections

    private mutating func begin(isMapping: Bool, isFlow: Bool, _ event: Event) {
        var start = event.start
        if hasProperties(event) { start = source.valueStart(start, before: UInt32(source.bytes.count)) }
        guard open.count < limits.depth else {
            return refuse(YAMLDiagnostics.tooDeep(at: source.span(start, start), limit: limits.depth))
        }
        var anchor: (name: String, number: Int)?
        if let name = event.anchor {
            anchorCount += 1
            anchor = (name, anchorCount)
            anchors[name] = .open(source.span(event.start, start), number: anchorCount)
        }
        if isKeyNext { open[open.count - 1].hasSpecialKeys = true }
        open.append(
            OpenCollection(
                isMapping: isMapping,
                isFlow: isFlow,
                base: nodes.count,
                start: start,
                tag: specificTag(event.tag, ofScalar: false),
                anchor: anchor
            )
        )
    }

    private mutating func end(at end: UInt32) {
        guard let collection = open.popLast() else { return }
        if collection.isFlow { writtenEnd = end }
        let content: Node.Content =
            if collection.isMapping {
                .mapping(tidied(nodes.popPairs(from: collection.base), of: collection))
            } else {
                .sequence(nodes.popItems(from: collection.base))
            }
        let node = Node(content, tag: collection.tag, span: source.span(collection.start, writtenEnd))
        // The name may stand for a later node by now: one inside this collection that was given the same name.
        if let anchor = collection.anchor, case .open(_, anchor.number) = anchors[anchor.name] {
            anchors[anchor.name] = .closed(node, size: collection.size)
        }
        push(node, size: collection.size)
    }

    private mutating func push(_ node: consuming Node, size: Int) {
        nodes.push(node)
        if !open.isEmpty { open[open.count - 1].size += size }
    }

    private mutating func refuse(_ diagnostic: Diagnostic) {
        report(diagnostic)
        isRefused = true
    }

    private func hasProperties(_ event: Event) -> Bool { event.anchor != nil || event.tag != nil }

    /// Whether the node that comes next is a key.
    private var isKeyNext: Bool {
        guard let collection = open.last, collection.isMapping else { return false }
        return (nodes.count - collection.base) % 2 == 0
    }

    /// The tag without the two forms of "no particular one": `!` makes a scalar a string and says nothing of a collection.
    private func specificTag(_ tag: String?, ofScalar: Bool) -> String? {
        guard tag == "!" else { return tag }
        return ofScalar ? Node.CoreTag.string : nil
    }
}
