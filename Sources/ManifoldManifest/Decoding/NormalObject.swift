import ManifoldDiagnostics
import ManifoldYAML

/// An object in normal form while it is read: its entries as they come, each with its place in the table of its kind.
struct NormalObject<Target> {
    private let table: KeyTable<Target>
    /// In the order of the table.
    private var pairs: [Node.Pair] = []
    private var places: [Int] = []
    /// Of these there may be any number, so they are ordered once.
    private var extensions: [Node.Pair] = []

    init(_ table: KeyTable<Target>) {
        self.table = table
    }

    /// Adds the entry of a row.
    mutating func add(_ pair: Node.Pair, at place: Int) {
        var index = places.count
        while index > 0, places[index - 1] > place { index -= 1 }
        pairs.insert(pair, at: index)
        places.insert(place, at: index)
    }

    /// Adds an entry that follows from others; nil is none.
    mutating func add(_ key: String, _ value: Node?) {
        guard let value else { return }
        add(Node.Pair(key: .normal(key, from: Origin(value.span)), value: value), at: table.index(of: key) ?? .max)
    }

    mutating func addExtension(_ name: String, at span: SourceSpan, _ value: Node) {
        extensions.append(Node.Pair(extension: name, at: span, value))
    }

    subscript(key: String) -> Node? {
        pairs.first { $0.key.isText(key) }?.value
    }

    /// The entries that are there of some rows.
    func entries(at wanted: [Int]) -> [Node.Pair] {
        places.indices.compactMap { wanted.contains(places[$0]) ? pairs[$0] : nil }
    }

    /// The whole, extensions last, in the place of the mapping that was read.
    func node(for written: Node) -> Node {
        let last = extensions.sorted { $0.extensionName < $1.extensionName }
        return Node(.mapping(last.isEmpty ? pairs : pairs + last), span: written.span, alias: written.alias)
    }
}
