import ArgumentParser
import ManifoldDiagnostics
import ManifoldManifest
import Testing

@testable import ManifoldCommands

@Suite("which manifest is meant")
struct ManifestSelectionTests {
    /// Files that are there, by path.
    private struct Table: FileProvider {
        let contents: [String: String]

        func read(_ path: String) throws(FileProblem) -> [UInt8] {
            guard let content = contents[path] else { throw FileProblem("no such file") }
            return Array(content.utf8)
        }

        func exists(_ path: String) -> Bool { contents[path] != nil }
    }

    private func selection(
        _ arguments: [String] = [],
        _ environment: [String: String] = [:],
        in directory: String = "/srv/shop/web",
        files: Set<String> = [],
        contents: [String: String] = [:]
    ) throws -> ManifestSelection {
        ManifestSelection(
            options: try GlobalOptions.parse(arguments),
            environment: environment,
            workingDirectory: directory,
            files: Table(contents: contents.merging(files.map { ($0, "") }) { first, _ in first })
        )
    }

    private func request(_ selection: ManifestSelection) throws -> ManifestRequest {
        var diagnostics = Diagnostics()
        let request = selection.request(reporting: &diagnostics)
        #expect(diagnostics.isEmpty)
        return try #require(request)
    }

    @Test("a named file is made absolute, shown as it was named, and its directory is the system's")
    func named() throws {
        let request = try request(selection(["-f", "../deploy/a.yaml", "-f", "/b.yaml"]))
        #expect(request.files.map(\.path) == ["/srv/shop/deploy/a.yaml", "/b.yaml"])
        #expect(request.files.map(\.shownAs) == ["../deploy/a.yaml", "/b.yaml"])
        #expect(request.directory == "/srv/shop/deploy")
    }

    @Test("a manifest is found in a directory above and shown from here")
    func found() throws {
        let request = try request(selection(files: ["/srv/shop/compose.yaml", "/srv/compose.yaml"]))
        #expect(request.files.map(\.path) == ["/srv/shop/compose.yaml"])
        #expect(request.files.map(\.shownAs) == ["../compose.yaml"])
        #expect(request.directory == "/srv/shop")
    }

    @Test("a project directory is where relative paths begin, and where the search begins")
    func projectDirectory() throws {
        let named = try request(selection(["-f", "a.yaml", "--project-directory", "/opt"]))
        #expect(named.directory == "/opt")
        let found = try request(selection(["--project-directory", "/opt"], files: ["/opt/manifold.yaml"]))
        #expect(found.files.map(\.shownAs) == ["../../../opt/manifold.yaml"])
    }

    @Test("standard input is a manifest of the working directory")
    func standardInput() throws {
        let selection = try selection(["-f", "-"])
        #expect(selection.readsStandardInput)
        let request = try request(selection)
        #expect(request.files.map(\.path) == ["-"] && request.files.map(\.shownAs) == ["<stdin>"])
        #expect(request.directory == "/srv/shop/web")
    }

    @Test("no manifest at all is reported")
    func none() throws {
        var diagnostics = Diagnostics()
        #expect(try selection().request(reporting: &diagnostics) == nil)
        #expect(diagnostics.errorCount == 1)
    }

    @Test("Compose's variables stand in for options that are not given")
    func variables() throws {
        let environment = [
            "COMPOSE_FILE": "a.yaml", "COMPOSE_ENV_FILES": "one.env,two.env", "COMPOSE_PROJECT_NAME": "shop",
        ]
        let selection = try selection([], environment)
        #expect(selection.projectName == "shop" && selection.namesFiles)
        let variables = try request(selection)
        #expect(variables.files.map(\.path) == ["/srv/shop/web/a.yaml"])
        #expect(variables.environmentFiles == ["/srv/shop/web/one.env", "/srv/shop/web/two.env"])
        let options = try request(self.selection(["-f", "b.yaml", "--env-file", "x"], environment))
        #expect(options.files.map(\.path) == ["/srv/shop/web/b.yaml"])
        #expect(options.environmentFiles == ["/srv/shop/web/x"])
    }

    @Test(
        "several files in COMPOSE_FILE are split as Compose does",
        arguments: [
            (["COMPOSE_FILE": "a.yaml:b.yaml"], 2),
            (["COMPOSE_FILE": "a.yaml;b.yaml", "COMPOSE_PATH_SEPARATOR": ";"], 2),
            (["COMPOSE_FILE": "a:b.yaml", "COMPOSE_PATH_SEPARATOR": ";"], 1),
        ]
    )
    func separators(environment: [String: String], count: Int) throws {
        #expect(try request(selection([], environment)).files.count == count)
    }

    @Test("an override file beside a manifest that was found is merged over it, not one beside a named file")
    func overrideFile() throws {
        let files: Set = ["/srv/shop/compose.yaml", "/srv/shop/compose.override.yaml"]
        let found = try request(selection(files: files))
        #expect(found.files.map(\.shownAs) == ["../compose.yaml", "../compose.override.yaml"])
        #expect(try request(selection(["-f", "../compose.yaml"], files: files)).files.count == 1)
    }

    @Test("the `.env` beside the manifest that would be found can name other files")
    func environmentFile() throws {
        let contents = [
            "/srv/shop/.env": "COMPOSE_FILE=a.yaml,/srv/b/b.yaml\nCOMPOSE_PATH_SEPARATOR=,\nCOMPOSE_PROJECT_NAME=dot\n"
        ]
        let found = try selection(files: ["/srv/shop/compose.yaml"], contents: contents)
        let request = try request(found)
        #expect(request.files.map(\.path) == ["/srv/shop/web/a.yaml", "/srv/b/b.yaml"])
        #expect(request.directory == "/srv/shop/web")
        #expect(request.environmentDirectories == ["/srv/shop", "/srv/shop/web"])
        #expect(found.namesFiles && found.projectName == "dot")
        let named = try self.request(selection(["-f", "c.yaml"], contents: contents))
        #expect(named.files.map(\.path) == ["/srv/shop/web/c.yaml"])
        let other = try self.request(selection([], ["COMPOSE_FILE": "d.yaml"], contents: contents))
        #expect(other.files.map(\.path) == ["/srv/shop/web/d.yaml"])
    }

    @Test("named env files take the place of `.env`, and COMPOSE_DISABLE_ENV_FILE leaves it out")
    func otherEnvironmentFiles() throws {
        let contents = ["/srv/shop/web/.env": "COMPOSE_FILE=a.yaml", "/srv/shop/web/e": "COMPOSE_FILE=b.yaml"]
        let files: Set = ["/srv/shop/web/compose.yaml"]
        #expect(try request(selection(files: files, contents: contents)).files.map(\.shownAs) == ["a.yaml"])
        let named = try request(selection(["--env-file", "e"], files: files, contents: contents))
        #expect(named.files.map(\.shownAs) == ["b.yaml"])
        let disabled = try request(selection([], ["COMPOSE_DISABLE_ENV_FILE": "1"], files: files, contents: contents))
        #expect(disabled.files.map(\.shownAs) == ["compose.yaml"] && !disabled.readsDefaultEnvironment)
    }
}
