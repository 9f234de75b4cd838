import ManifoldDiagnostics
import OrderedCollections
import Testing

@testable import ManifoldManifest

@Suite("Loading")
struct LoadingTests {
    private static let web = "services: {web: {image: \"x:${TAG:-none}\"}}\n"

    private func image(_ files: [String: String], _ environment: [String: String] = [:], _ envFiles: [String] = [])
        -> String?
    {
        let loaded = Loaded(Self.web, files: files, environment: environment) { $0.environmentFiles = envFiles }
        return loaded.manifest?.services["web"]?.image?.value
    }

    @Test("The environment wins over `.env`, and later env files over earlier ones")
    func precedence() {
        #expect(image([:]) == "x:none")
        #expect(image([".env": "TAG=dot"]) == "x:dot")
        #expect(image([".env": "TAG=dot"], ["TAG": "shell"]) == "x:shell")
        #expect(
            image([".env": "TAG=dot", "a": "TAG=a", "b": "TAG=b"], [:], ["/work/shop/a", "/work/shop/b"]) == "x:b"
        )
        #expect(image([".env": "TAG=dot", "a": "X=1"], [:], ["/work/shop/a"]) == "x:none")
    }

    @Test("A missing `--env-file` is an error, a missing `.env` is not")
    func missingEnvFile() {
        let loaded = Loaded(Self.web) { $0.environmentFiles = ["/work/shop/absent"] }
        #expect(loaded.places == ["manifest.unreadable-env-file"])
        #expect(loaded.messages == ["cannot read the env file `absent`: no such file"])
    }

    @Test("Mistakes in `.env` have a place")
    func badEnvFile() {
        #expect(Loaded(Self.web, files: [".env": "A=1\nB C=2\n"]).places == [".env:2:2 manifest.invalid-env-file"])
    }

    @Test("An interpolated value is a string, and readers of numbers and truth values take strings")
    func interpolatedTypes() throws {
        let web = try Loaded(
            service: "hostname: $N\ncpus: $N\nscale: $N\ninit: $T\nenvironment: {A: $N, B: $T}\nports: [\"$N\"]",
            environment: ["N": "1", "T": "true"]
        )
        .web()
        #expect(
            web.hostname?.value == "1" && web.cpus?.value == 1 && web.replicas?.value == 1
                && web.usesInit?.value == true
        )
        #expect(web.environment.mapValues(\.value) == ["A": "1", "B": "true"])
        #expect(web.hostname?.origin.variables == ["N"])
        #expect(web.ports.first?.origin.variables == ["N"])
        #expect(web.image?.origin.variables == [])
    }

    @Test("Only a value that came from a variable counts as coming from one")
    func variablesOfOrigins() throws {
        let web = try Loaded(
            service: "hostname: ${NO:-own}\nuser: ${S:-own}\ncommand: [a, $S]\nlabels: {a: \"${S:+set}\"}",
            environment: ["S": "x"]
        )
        .web()
        #expect(web.hostname?.origin.variables == [])
        #expect(web.user?.origin.variables == ["S"])
        #expect(web.command?.origin.variables == ["S"])
        #expect(web.labels["a"]?.origin.variables == [])
    }

    @Test("A variable that is not set is one warning with all of its places")
    func unsetVariable() {
        let loaded = Loaded(service: "hostname: \"a$NO\"\nuser: 'x ${NO} $$ $NO'")
        #expect(loaded.places == ["compose.yaml:4:17 manifest.unset-variable warning"])
        let related = loaded.diagnostics.sorted.flatMap(\.related).map { loaded.sources.description(of: $0.span) }
        #expect(related == ["compose.yaml:5:14", "compose.yaml:5:23"])
        #expect(loaded.messages == ["the variable `NO` is not set and counts as empty"])
        #expect(loaded.manifest?.services["web"]?.user?.value == "x  $ ")
    }

    @Test(
        "Mistakes in an interpolation are placed at their dollar sign",
        arguments: [
            ("hostname: a${", "4:16 manifest.invalid-interpolation"),
            ("hostname: \"\\ta ${1}\"", "4:20 manifest.invalid-interpolation"),
            ("hostname: '$$ ${NO:?set it}'", "4:19 manifest.required-variable"),
            ("labels:\n  a: |\n    one\n    two ${X Y}", "7:13 manifest.invalid-interpolation"),
            ("labels: [\"a=${NO?}\"]", "4:17 manifest.required-variable"),
        ]
    )
    func interpolationMistakes(lines: String, place: String) {
        #expect(Loaded(service: lines).places == ["compose.yaml:" + place])
    }

    @Test("Keys are not interpolated")
    func keys() {
        let web = Loaded(service: "labels: {\"$A\": \"$A\"}", environment: ["A": "1"]).manifest?.services["web"]
        #expect(web?.labels.mapValues(\.value) == ["$A": "1"])
    }

    @Test("An alias is followed, and an origin names the alias")
    func aliases() throws {
        let loaded = Loaded("x-host: &h one.local\nservices:\n  web:\n    image: x\n    hostname: *h\n")
        let origin = try #require(loaded.manifest?.services["web"]?.hostname?.origin)
        #expect(loaded.sources.description(of: origin.span).hasPrefix("compose.yaml:1:"))
        #expect(origin.via.map { loaded.sources.description(of: $0) } == ["compose.yaml:5:15"])
    }

    // MARK: The project's name

    private func name(
        _ top: String,
        given: String? = nil,
        directory: String = "/work/My Shop",
        environment: [String: String] = [:]
    ) -> (name: String?, places: [String]) {
        let loaded = Loaded(top + "\n" + Self.web, environment: environment) {
            $0.projectName = given
            $0.directory = directory
        }
        return (loaded.manifest?.name, loaded.places)
    }

    @Test("The name: `-p`, COMPOSE_PROJECT_NAME, `name`, the directory")
    func projectName() {
        #expect(name("name: in-file", given: "given", environment: ["COMPOSE_PROJECT_NAME": "env"]).name == "given")
        #expect(name("name: in-file", environment: ["COMPOSE_PROJECT_NAME": "env"]).name == "env")
        #expect(name("name: in-file").name == "in-file")
        #expect(name("name: shop-${STAGE}", environment: ["STAGE": "dev"]).name == "shop-dev")
        #expect(name("").name == "myshop")
        #expect(name("name: \"\"").name == "myshop")
    }

    @Test("Given names must be right, one in the file is adjusted with a warning")
    func projectNameMistakes() {
        #expect(name("", given: "My Shop").places == ["manifest.invalid-project-name"])
        #expect(name("", environment: ["COMPOSE_PROJECT_NAME": "-x"]).places == ["manifest.invalid-project-name"])
        #expect(name("name: My Shop").name == "myshop")
        #expect(name("name: My Shop").places == ["compose.yaml:1:7 manifest.adjusted-project-name warning"])
        #expect(name("name: \"!\"").places == ["compose.yaml:1:7 manifest.invalid-project-name"])
        #expect(name("name: 5").places == ["compose.yaml:1:7 manifest.wrong-type"])
        #expect(name("", directory: "/").places == ["manifest.no-project-name"])
    }

    @Test("The manifest can read its own name")
    func nameAsVariable() {
        let loaded = Loaded("name: shop\nservices: {web: {image: \"${COMPOSE_PROJECT_NAME}/web\"}}\n")
        #expect(loaded.manifest?.services["web"]?.image?.value == "shop/web")
    }

    // MARK: Files

    @Test("A file that is missing is an error, and the others are read all the same")
    func files() {
        let missing = Loaded(Self.web) { $0.files = [(path: "/work/shop/b.yaml", shownAs: "b.yaml")] }
        #expect(missing.messages == ["cannot read `b.yaml`: no such file"])
        let several = Loaded("services: {web: {image: x, hostname: \"${NO:?}\"}}") {
            $0.files.append((path: "/work/shop/b.yaml", shownAs: "b.yaml"))
        }
        #expect(several.places == ["manifest.unreadable", "compose.yaml:1:39 manifest.required-variable"])
        #expect(Loaded(Self.web) { $0.files = [] }.places == ["manifest.not-found"])
    }

    @Test("Of several files the last name that says anything counts, and the first file can use it")
    func nameOfSeveral() {
        let files = [
            "a.yaml": "name: one\nx-a: $COMPOSE_PROJECT_NAME\n", "b.yaml": "name: two\n", "c.yaml": "name: ''\n",
        ]
        let loaded = LoadedFiles(files)
        #expect(loaded.tree?.name == "two")
        #expect(loaded.text("x-a") == "'two'")
    }

    @Test("Of several directories with `.env` the first that sets a variable counts")
    func environmentDirectories() {
        let loaded = LoadedFiles(["a.yaml": "x-a: $A-$B", "near/.env": "A=1", ".env": "A=2\nB=$A"]) {
            $0.environmentDirectories = ["/work/shop/near", "/work/shop"]
        }
        #expect(loaded.text("x-a") == "'1-1'")
    }

    @Test("Names of profiles have no spaces around them")
    func profiles() {
        let request = ManifestRequest(files: [], directory: "/")
        let variables = Variables(process: ["COMPOSE_PROFILES": " a, b c ,,"])
        #expect(request.withProfiles(from: variables).profiles == ["a", "b c"])
    }

    @Test("Syntax errors are the reader's, and nothing else is said")
    func syntax() {
        let loaded = Loaded("services: [\n")
        #expect(loaded.manifest == nil)
        #expect(loaded.diagnostics.sorted.allSatisfy { $0.code.description.hasPrefix("yaml.") })
    }

    private func discover(_ paths: [String], from start: String) -> (found: ManifestDiscovery.Found?, codes: [String]) {
        var contents: [String: String?] = [:]
        for path in paths { contents[path] = "" }
        var diagnostics = Diagnostics()
        let found = ManifestDiscovery(files: MemoryFiles(contents: contents))
            .discover(from: start, reporting: &diagnostics)
        return (found, diagnostics.sorted.map(\.code.description))
    }

    @Test("A manifest is looked for upwards, manifold's own names first")
    func discovery() {
        let near = discover(["/a/b/compose.yml", "/a/manifold.yaml"], from: "/a/b/c")
        #expect(near.found?.path == "/a/b/compose.yml")
        #expect(near.found?.directory == "/a/b")
        let both = discover(["/a/compose.yaml", "/a/manifold.yml"], from: "/a")
        #expect(both.found?.path == "/a/manifold.yml")
        #expect(both.codes == ["manifest.several-candidates"])
        #expect(discover(["/docker-compose.yml"], from: "/a/b").found?.path == "/docker-compose.yml")
        #expect(discover([], from: "/a/b").codes == ["manifest.not-found"])
    }

    @Test("An override file beside a Compose file is merged over it, one beside a manifest of manifold's own is not")
    func override() {
        let found = discover(["/a/compose.yaml", "/a/docker-compose.override.yml"], from: "/a/b")
        #expect(found.found?.override == "/a/docker-compose.override.yml" && found.codes == [])
        let two = discover(["/a/compose.yml", "/a/compose.override.yaml", "/a/compose.override.yml"], from: "/a")
        #expect(two.found?.override == "/a/compose.override.yml")
        #expect(two.codes == ["manifest.several-candidates"])
        #expect(discover(["/a/manifold.yaml", "/a/compose.override.yaml"], from: "/a").found?.override == nil)
    }
}
