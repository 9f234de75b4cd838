import ManifoldDiagnostics
import ManifoldManifest

/// A manifest without errors, with the sources that its places are in.
struct LoadedManifest {
    let manifest: Manifest
    let sources: SourceMap
    /// The manifest's files, as they are shown.
    let fileNames: [String]
}
