import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest

/// A manifest without errors, with the graph of what it asks for.
struct LoadedSystem {
    /// The manifest's files as people know them.
    let fileNames: [String]
    let manifest: Manifest
    let graph: ResourceGraph
    let sources: SourceMap
}

/// What a command that also works without a manifest is about.
enum SystemSubject {
    case loaded(LoadedSystem)
    case named(String)

    var name: String {
        switch self {
        case .loaded(let loaded): loaded.graph.system.name
        case .named(let name): name
        }
    }
}
