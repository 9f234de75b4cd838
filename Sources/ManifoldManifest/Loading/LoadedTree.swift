import ManifoldYAML

/// All files of a manifest as one: merged, with what they extend and include, and with their variables replaced.
///
/// Relative paths are as they are written: each is read against the context of the file that its node stands in.
struct LoadedTree {
    var root: Node
    var contexts: FileContexts
    /// The system's name; nil after an error.
    var name: String?
    /// The files that were asked for, without what they extend and include.
    var files: [String]
    /// Where variables are read, if that was asked for.
    var uses: [VariableUse]
}
