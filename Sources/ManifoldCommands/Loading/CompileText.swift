import ArgumentParser
import ManifoldManifest
import ManifoldReport

/// What `compile` prints.
struct CompileText {
    let command: CompileCommand
    let context: CommandContext

    private var loader: SystemLoader { SystemLoader(context: context, readsContents: false) }

    func text() throws(ExitCode) -> String {
        if command.variables { return try variables() }
        let loaded = try loader.manifest()
        // The program ends with this text; to take a large manifest apart before would be a tenth of its time.
        _ = Unmanaged.passRetained(Kept(manifest: loaded))
        let manifest = loaded.manifest
        if let names = command.hash { return try hashes(of: names, in: manifest) }
        if command.services { return lines(CompileLists(manifest).services) }
        if command.images { return lines(CompileLists(manifest).images) }
        if command.volumes { return lines(CompileLists(manifest).volumes) }
        if command.profiles { return lines(CompileLists(manifest).profiles) }
        let normalForm = NormalForm().render(manifest)
        if command.provenance {
            let provenance = CompileProvenance(normalForm, sources: loaded.sources)
            return command.format == .json ? provenance.json : provenance.yaml
        }
        return command.format == .json
            ? NormalJSON.write(normalForm, terminator: "\n") : NormalYAML.write(normalForm)
    }

    /// What lives as long as the program.
    private final class Kept {
        let manifest: LoadedManifest

        init(manifest: LoadedManifest) {
            self.manifest = manifest
        }
    }

    private func variables() throws(ExitCode) -> String {
        let (uses, sources) = try loader.variableUses()
        let variables = CompileVariables(uses, sources: sources)
        return command.format == .json ? variables.json : variables.text
    }

    private func hashes(of names: String, in manifest: Manifest) throws(ExitCode) -> String {
        let all = CompileLists(manifest).services
        let chosen = names == "*" ? all : names.split(separator: ",").map(String.init)
        if let absent = chosen.first(where: { !all.contains($0) }) {
            context.console.fail(
                "there is no service `\(absent)`",
                help: "a service with profiles is only there with one of them: choose it with --profile"
            )
            throw CommandExit.failure
        }
        return lines(chosen.sorted().map { "\($0) \(CompileHash.hash(of: $0, in: manifest) ?? "")" })
    }

    private func lines(_ texts: [String]) -> String {
        texts.map { AnsiSafe.line($0) + "\n" }.joined()
    }
}
