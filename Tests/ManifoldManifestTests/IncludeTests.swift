import ManifoldDiagnostics
import ManifoldYAML
import Testing

@testable import ManifoldManifest

@Suite("Including files")
struct IncludeTests {
    private static let part = "services: {i: {image: \"i$V\", volumes: [./d:/d]}}\nvolumes: {v: }\nname: part\nx-a: 1\n"

    @Test("The resources of an included file are this project's, with the directory of that file")
    func short() {
        let loaded = LoadedFiles([
            "a.yaml": "include: [sub/i.yaml]\nservices: {w: {image: x}}", "sub/i.yaml": Self.part,
        ])
        #expect(loaded.text() == "{services: {w: {image: x}, i: {image: 'i', volumes: [./d:/d]}}, volumes: {v: null}}")
        #expect(loaded.directory(of: loaded.node("services", "i", "volumes")?.items?.first) == "/work/shop/sub")
        #expect(loaded.reports == ["sub/i.yaml:1:25 manifest.unset-variable warning"])
        #expect(loaded.tree?.name == "shop")
    }

    @Test(
        "Its variables are this project's, and behind them those of its own env files",
        arguments: [
            ("include: [sub/i.yaml]", [:], [:], "'i2'"),
            ("include: [sub/i.yaml]", [".env": "V=1"], [:], "'i1'"),
            ("include: [sub/i.yaml]", [".env": "V=1"], ["V": "0"], "'i0'"),
            ("include: [{path: sub/i.yaml, env_file: other.env}]", ["other.env": "V=3"], [:], "'i3'"),
            ("include: [{path: sub/i.yaml, env_file: [other.env, more.env]}]", ["other.env": "V=3"], [:], "'i4'"),
            ("include: [{path: [sub/i.yaml], project_directory: .}]", [:], [:], "'i'"),
            ("include: [{path: sub/i.yaml, project_directory: pd}]", ["pd/.env": "V=5"], [:], "'i5'"),
        ] as [(String, [String: String], [String: String], String)]
    )
    func variables(include: String, more: [String: String], environment: [String: String], image: String) {
        let files = ["a.yaml": include, "sub/i.yaml": Self.part, "sub/.env": "V=2", "more.env": "V=4"]
        let loaded = LoadedFiles(files.merging(more) { $1 }, environment: environment)
        #expect(loaded.text("services", "i", "image") == image)
    }

    @Test("A variable of an included project's env file is not this project's")
    func apart() {
        let loaded = LoadedFiles([
            "a.yaml": "include: [sub/i.yaml]\nservices: {w: {image: \"x${V:-none}\"}}", "sub/i.yaml": Self.part,
            "sub/.env": "V=2",
        ])
        #expect(loaded.text("services", "w", "image") == "'xnone'")
        let inside = loaded.node("services", "i", "image")
            .flatMap { loaded.tree?.contexts[$0.span.file].variables["V"] }
        #expect(inside == "2")
        #expect(loaded.tree?.contexts.project.variables["V"] == nil)
    }

    @Test("The project directory is that of the first file of the path, or the one that is named")
    func projectDirectory() {
        let files = ["sub/i.yaml": Self.part, "o.yaml": "services: {i: {volumes: [./o:/o]}}"]
        func directories(_ include: String) -> [String?] {
            let loaded = LoadedFiles(files.merging(["a.yaml": include]) { $1 })
            return loaded.node("services", "i", "volumes")?.items?.map(loaded.directory) ?? []
        }
        #expect(directories("include: [{path: [sub/i.yaml, o.yaml]}]") == ["/work/shop/sub", "/work/shop/sub"])
        #expect(
            directories("include: [{path: [sub/i.yaml, o.yaml], project_directory: p}]") == [
                "/work/shop/p", "/work/shop/p",
            ]
        )
    }

    @Test("Includes within includes, each with its own directory and variables")
    func nested() {
        let loaded = LoadedFiles([
            "a.yaml": "include: [s/i.yaml]", "s/.env": "V=s", "s/t/.env": "V=t\nW=t",
            "s/i.yaml": "include: [t/j.yaml]\nservices: {i: {image: $V}}",
            "s/t/j.yaml": "services: {j: {image: $V$W, volumes: [../k:/k]}}",
        ])
        #expect(loaded.text("services") == "{i: {image: 's'}, j: {image: 'st', volumes: [../k:/k]}}")
        #expect(loaded.directory(of: loaded.node("services", "j", "volumes")?.items?.first) == "/work/shop/s/t")
    }

    @Test("Included services extend those of the files that they name")
    func extends() {
        let loaded = LoadedFiles([
            "a.yaml": "include: [{path: x/i.yaml, project_directory: .}]",
            "x/i.yaml": "services: {i: {extends: {file: x/y/b.yaml, service: b}}}",
            "x/y/b.yaml": "services: {b: {image: b, volumes: [./q:/q]}}",
        ])
        #expect(loaded.reports == [])
        #expect(loaded.directory(of: loaded.node("services", "i", "volumes")?.items?.first) == "/work/shop/x/y")
    }

    @Test("A later file is merged over what an earlier one includes")
    func overFiles() {
        let loaded = LoadedFiles([
            "a.yaml": "include: [x/i.yaml]", "b.yaml": "services: {i: {image: y, ports: !reset []}}",
            "x/i.yaml": "services: {i: {image: i, ports: [80], tty: true}}",
        ])
        #expect(loaded.text("services", "i") == "{image: y, tty: true}")
        #expect(loaded.places(of: loaded.node("services", "i", "image")) == ["b.yaml:1:23", "x/i.yaml:1:23"])
    }

    // MARK: Conflicts

    @Test(
        "A resource may be declared twice where both are the same",
        arguments: [
            ("include: [x/i.yaml, x/i.yaml]", true),
            ("include: [x/i.yaml, {path: x/i.yaml, project_directory: y}]", false),
            ("include: [x/n.yaml, {path: x/n.yaml, project_directory: y}]", true),
            ("include: [x/e.yaml, {path: x/e.yaml, env_file: e.env}]", false),
            ("include: [x/n.yaml]\nservices: {n: {image: n}}", true),
            ("include: [x/n.yaml]\nservices: {n: {image: m}}", false),
            ("include: [x/n.yaml]\nnetworks: {n: {external: true}}", true),
            ("include: [x/n.yaml]\nnetworks: {n: }", false),
            ("include: [x/d.yaml]\nservices: {d: {image: d, depends_on: [e]}}", false),
        ]
    )
    func same(text: String, isSame: Bool) {
        let loaded = LoadedFiles([
            "a.yaml": text, "x/i.yaml": "services: {i: {image: i, volumes: [./a:/a]}}",
            "x/n.yaml": "services: {n: {image: n}}\nnetworks: {n: {external: true}}",
            "x/e.yaml": "services: {e: {image: e, environment: [A]}}", "e.env": "A=1",
            "x/d.yaml": "services: {d: {image: d, depends_on: [e]}}",
        ])
        #expect(loaded.reports.contains { $0.hasSuffix("manifest.include-conflict") } == !isSame)
    }

    @Test("A conflict names both places and the entry")
    func conflict() {
        let loaded = LoadedFiles([
            "a.yaml": "include:\n  - x/i.yaml\nservices: {i: {image: k}}", "x/i.yaml": "services: {i: {image: i}}",
        ])
        #expect(loaded.reports == ["x/i.yaml:1:12 manifest.include-conflict"])
        #expect(loaded.related == ["a.yaml:3:12", "a.yaml:2:5"])
        #expect(loaded.messages == ["service `i` is included, but is declared otherwise already"])
    }

    // MARK: Mistakes

    @Test("Files that include each other are reported with the whole circle")
    func circle() {
        let loaded = LoadedFiles([
            "a.yaml": "include: [x/i.yaml]", "x/i.yaml": "include: [../a.yaml]\nservices: {i: {image: i}}",
        ])
        #expect(loaded.messages == ["files include each other in a circle: `a.yaml` → `x/i.yaml` → `a.yaml`"])
        #expect(loaded.reports == ["x/i.yaml:1:11 manifest.include-cycle"])
        let own = LoadedFiles(["a.yaml": "include: [a.yaml]\nservices: {i: {image: i}}"])
        #expect(own.messages == ["`a.yaml` includes itself"])
        let override = LoadedFiles([
            "a.yaml": "include: [{path: [i.yaml, a.yaml]}]", "i.yaml": "services: {i: {image: i}}",
        ])
        #expect(override.reports == ["a.yaml:1:27 manifest.include-cycle"])
    }

    @Test("Files that include ever new ones come to an end")
    func endless() {
        let deep = (0...150)
            .map { depth in
                (
                    String(repeating: "d/", count: depth) + "a.yaml",
                    "include: [d/a.yaml]\nservices: {s\(depth): {image: x}}"
                )
            }
        let loaded = LoadedFiles(Dictionary(uniqueKeysWithValues: deep))
        #expect(loaded.reports.map { $0.split(separator: " ").last } == ["manifest.include-too-deep"])
        let wide = "include: [\((0..<1200).map { "p\($0).yaml" }.joined(separator: ", "))]\nservices: {w: {image: x}}"
        var files = ["a.yaml": wide]
        for index in 0..<1200 { files["p\(index).yaml"] = "services: {s\(index): {image: x}}" }
        #expect(LoadedFiles(files).reports == ["manifest.too-many-files"])
    }

    @Test(
        "What `include` cannot be",
        arguments: [
            ("x.yaml", ["a.yaml:1:10 manifest.invalid-include"]), ("[5]", ["a.yaml:1:11 manifest.invalid-include"]),
            ("[{path: 5}]", ["a.yaml:1:18 manifest.invalid-include"]),
            ("[{path: x.yaml, pth: y}]", ["a.yaml:1:26 manifest.ignored-key warning"]),
            ("[no.yaml]", ["a.yaml:1:11 manifest.unreadable-reference"]),
            ("[{path: x.yaml, env_file: no.env}]", ["a.yaml:1:36 manifest.unreadable-env-file"]),
            ("[y.yaml]", ["y.yaml:1:1 manifest.unknown-key"]), ("[z.yaml]", ["z.yaml:1:11 manifest.wrong-type"]),
            ("", []), ("[]", []), ("[{}]", []), ("[empty.yaml]", []),
        ]
    )
    func forms(include: String, reports: [String]) {
        let loaded = LoadedFiles([
            "a.yaml": "include: \(include)\nservices: {w: {image: x}}", "x.yaml": "services: {i: {image: i}}",
            "y.yaml": "servces: {}", "z.yaml": "services: [a]", "empty.yaml": "",
        ])
        #expect(loaded.reports == reports)
        #expect(loaded.text("services", "w") == "{image: x}")
    }

    @Test("Each file's mistakes are reported in one run")
    func allMistakes() {
        let loaded = LoadedFiles([
            "a.yaml": "include: [i.yaml, j.yaml]\nservices: {w: {image: \"${A:?}\"}}",
            "i.yaml": "services: {i: {image: \"${B:?}\"}}", "j.yaml": "services: {j: {extends: k}}",
        ])
        #expect(
            loaded.reports.map { $0.split(separator: " ").last } == [
                "manifest.required-variable", "manifest.required-variable", "manifest.no-such-base",
            ]
        )
    }
}
