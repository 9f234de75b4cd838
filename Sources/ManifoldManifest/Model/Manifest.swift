package import ManifoldDiagnostics
package import ManifoldYAML
package import OrderedCollections

/// A whole system as its author describes it: decoded, interpolated, in Compose's terms, every value with its origin.
///
/// Declarations keep the order of the text. Nothing in here knows the engine; that begins with the graph.
package struct Manifest: Sendable {
    /// The system's name, which is Compose's project name.
    package var name: String
    /// Where it is written; nil where it is the directory's, or given otherwise.
    package var nameOrigin: Origin?
    /// The directory against which relative paths are read.
    package var directory: String
    /// The manifest's files as absolute paths, in the order in which they were given.
    package var files: [String]
    /// False where something is wrong with it: then it only serves to find out what else is.
    package var isComplete = true
    package var services: OrderedDictionary<String, Service> = [:]
    package var networks: OrderedDictionary<String, NetworkDeclaration> = [:]
    package var volumes: OrderedDictionary<String, VolumeDeclaration> = [:]
    package var configs: OrderedDictionary<String, ContentDeclaration> = [:]
    package var secrets: OrderedDictionary<String, ContentDeclaration> = [:]

    /// The top-level `models`, in normal form.
    package var models: OrderedDictionary<String, Node> = [:]
    /// The top-level `x-` keys, as they are written.
    package var extensions: OrderedDictionary<String, Node> = [:]
    /// Attributes that are set and of which the engine makes nothing.
    package var idleKeys: [IdleKey] = []

    package init(name: String, directory: String, files: [String]) {
        self.name = name
        self.directory = directory
        self.files = files
    }
}
