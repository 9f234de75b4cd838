import ManifoldDiagnostics

/// Paths of the host, made absolute.
extension ManifestDecoder {
    /// The path read against the directory of the file that names it, with `~` as the home directory.
    mutating func absolutePath(_ path: Sourced<String>) -> String? {
        guard path.value.hasPrefix("~") else {
            return FilePath.absolute(path.value, in: contexts[path.origin.span.file].directory)
        }
        guard let home = request.environment["HOME"], !home.isEmpty else {
            diagnostics.report(.noHome(path.origin.span))
            return nil
        }
        return FilePath.clean(home + "/" + path.value.dropFirst())
    }
}
