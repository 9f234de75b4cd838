import ManifoldDiagnostics

/// The variables of a run before its files are known, since `.env` can say which they are.
///
/// Mistakes in an env file are not reported here, but when the manifest is loaded, which reads it again.
package struct EnvironmentLookup: Sendable {
    private let variables: Variables

    package init(
        directory: String,
        environmentFiles: [String],
        readsDefault: Bool,
        environment: [String: String],
        files: any FileProvider
    ) {
        var request = ManifestRequest(files: [], directory: directory, environment: environment)
        request.environmentFiles = environmentFiles
        request.readsDefaultEnvironment = readsDefault
        var variables = Variables(process: environment)
        var sources = SourceMap()
        var unreported = Diagnostics()
        ProjectEnvironment(request: request, files: files)
            .read(into: &variables, sources: &sources, reporting: &unreported)
        self.variables = variables
    }

    /// The value of a variable; nil where it is not set.
    package subscript(name: String) -> String? { variables[name] }
}
