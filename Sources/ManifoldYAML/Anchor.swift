import ManifoldDiagnostics

/// What an anchor's name stands for at one point of a document.
enum Anchor {
    /// The node is still being read; the number tells two nodes apart that were given one name.
    case open(SourceSpan, number: Int)
    /// The node and how many nodes it counts, those behind its own aliases included.
    case closed(Node, size: Int)
}

/// A list or mapping whose end has not been read.
struct OpenCollection {
    let isMapping: Bool
    let isFlow: Bool
    /// How many nodes waited on the stack when it began: those above are its own.
    let base: Int
    let start: UInt32
    let tag: String?
    let anchor: (name: String, number: Int)?
    /// How many nodes it counts so far, aliases expanded, itself included.
    var size = 1
    /// Whether a key needs a second look: `<<`, an alias, or one that is no scalar.
    var hasSpecialKeys = false
}
