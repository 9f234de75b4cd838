import ManifoldDiagnostics
import ManifoldYAML
import Testing

@testable import ManifoldManifest

@Suite("Extending services")
struct ExtendsTests {
    @Test("A service takes over another one, in either form, through several, in any order")
    func sameFile() {
        let loaded = LoadedFiles([
            "a.yaml": """
            services:
              c: {extends: {service: b}, command: c}
              b: {extends: a, hostname: h}
              a: {image: x, command: a, depends_on: [z], links: [z]}
            """
        ])
        #expect(loaded.reports == [])
        #expect(loaded.text("services", "c") == "{image: x, command: c, depends_on: [z], links: [z], hostname: h}")
        #expect(loaded.text("services", "b") == "{image: x, command: a, depends_on: [z], links: [z], hostname: h}")
    }

    @Test("A service of another file, which extends one of a third")
    func otherFiles() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {extends: {file: base/b.yaml, service: b}, volumes: [./w:/w]}}",
            "base/b.yaml": "services: {b: {extends: {file: ../common/c.yaml, service: c}, volumes: [./b:/b]}}",
            "common/c.yaml": "services: {c: {image: \"x:$TAG\", volumes: [./c:/c], build: .}}",
        ]) { $0.environment = ["TAG": "1"] }
        #expect(loaded.reports == [])
        #expect(loaded.text("services", "w") == "{image: 'x:1', volumes: [./c:/c, ./b:/b, ./w:/w], build: .}")
        let volumes = loaded.node("services", "w", "volumes")?.items ?? []
        #expect(volumes.map(loaded.directory) == ["/work/shop/common", "/work/shop/base", "/work/shop"])
        let build = loaded.node("services", "w", "build")
        #expect(build.map { loaded.tree?.contexts[$0.span.file].projectDirectory } == "/work/shop")
    }

    @Test("Of another file only its services count, and those that are not extended need not be right")
    func onlyServices() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {extends: {file: _b.yaml, service: b}}}",
            "_b.yaml": "include: [nowhere.yaml]\nnonsense: 1\nservices: {b: {image: x}, z: {nonsense: 1}}",
        ])
        #expect(loaded.reports == [])
        #expect(loaded.text() == "{services: {w: {image: x}}}")
    }

    @Test("The documents of the other file are merged first")
    func documents() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {extends: {file: _b.yaml, service: b}}}",
            "_b.yaml": "services: {b: {image: x, command: c}}\n---\nservices: {b: {tty: true, command: !reset }}",
        ])
        #expect(loaded.text("services", "w") == "{image: x, tty: true}")
    }

    @Test("A service without anything is extended as nothing")
    func nothing() {
        let loaded = LoadedFiles(["a.yaml": "services: {w: {extends: b, image: x}, b: }"])
        #expect(loaded.reports == [])
        #expect(loaded.text("services", "w") == "{image: x}")
    }

    @Test("The service of an earlier `-f` cannot be extended, but its file can be named")
    func acrossFiles() {
        let base = "services: {b: {image: x, ports: [80]}}"
        let loaded = LoadedFiles(["a.yaml": base, "b.yaml": "services: {w: {extends: b}}"])
        #expect(loaded.reports == ["b.yaml:1:25 manifest.no-such-base"])
        let named = LoadedFiles([
            "a.yaml": base, "b.yaml": "services: {b: {extends: {file: a.yaml, service: b}, ports: [90]}}",
        ])
        #expect(named.text("services", "b") == "{image: x, ports: [80, 90]}")
    }

    @Test("Marks of another file take something out of a service that has the same name here")
    func marksByName() {
        let other = "services: {w: {image: x, ports: !override [80]}, v: {image: x, ports: !override [80]}}"
        let loaded = LoadedFiles([
            "a.yaml":
                "services: {w: {extends: {file: _b.yaml, service: w}}, u: {extends: {file: _b.yaml, service: v}}}",
            "_b.yaml": other,
        ])
        #expect(loaded.text("services") == "{w: {image: x}, u: {image: x, ports: [80]}}")
    }

    // MARK: Mistakes

    @Test(
        "A service that is not there",
        arguments: [
            ("services: {w: {extends: wbe, image: x}, web: {image: x}}", "did you mean `web`?"),
            ("services: {w: {extends: other, image: x}}", "name the file that has it, as `file`"),
            ("services: {w: {extends: {file: _b.yaml, service: bse}}}", "did you mean `base`?"),
            ("services: {w: {extends: {file: _e.yaml, service: b}}}", "name a file that has `services`"),
        ]
    )
    func missing(text: String, help: String) {
        let loaded = LoadedFiles(["a.yaml": text, "_b.yaml": "services: {base: {image: x}}", "_e.yaml": "x-a: 1"])
        #expect(loaded.reports.map { $0.split(separator: " ").last } == ["manifest.no-such-base"])
        #expect(loaded.helps == [help])
    }

    @Test("A service whose base is not there is not said to have no image as well")
    func noCascade() throws {
        let loaded = LoadedFiles(["a.yaml": "services: {w: {extends: b, tty: true}}"])
        let image = try #require(loaded.node("services", "w", "image"))
        #expect(image.isBroken)
        #expect(loaded.text("services", "w", "tty") == "true")
    }

    @Test("A circle is reported once, with all of it")
    func circle() {
        let text = "services: {d: {extends: a}, a: {extends: b}, b: {extends: c}, c: {extends: a}}"
        let loaded = LoadedFiles(["a.yaml": text])
        #expect(loaded.messages == ["services extend each other in a circle: `a` → `b` → `c` → `a`"])
        #expect(loaded.reports == ["a.yaml:1:33 manifest.extends-cycle"])
        #expect(loaded.related == ["a.yaml:1:50", "a.yaml:1:67"])
        #expect(LoadedFiles(["a.yaml": "services: {a: {extends: a}}"]).messages == ["service `a` extends itself"])
    }

    @Test("Of a long circle the message has the beginning and the end, and counts what is between")
    func longCircle() {
        let services = (0..<40).map { "s\($0): {extends: s\(($0 + 1) % 40)}" }.joined(separator: ", ")
        let loaded = LoadedFiles(["a.yaml": "services: {\(services)}"])
        #expect(
            loaded.messages == [
                "services extend each other in a circle: `s0` → `s1` → `s2` → `s3` → 34 more → `s38` → `s39` → `s0`"
            ]
        )
    }

    @Test("A circle through files is found")
    func circleOfFiles() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {a: {extends: {file: _b.yaml, service: b}}}",
            "_b.yaml": "services: {b: {extends: {file: a.yaml, service: a}}}",
        ])
        #expect(loaded.reports.map { $0.split(separator: " ").last } == ["manifest.extends-cycle"])
    }

    @Test("Files of one name in different directories are no circle")
    func noCircle() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {extends: {file: sub/a.yaml, service: w}}}",
            "sub/a.yaml": "services: {w: {extends: {file: sub/a.yaml, service: w}}}",
            "sub/sub/a.yaml": "services: {w: {image: x}}",
        ])
        #expect(loaded.reports == [])
        #expect(loaded.text("services", "w") == "{image: x}")
    }

    @Test("A chain of a hundred thousand services ends in an error, and so does a file under ever new names")
    func endless() {
        let chain = (0..<100_000).map { "  s\($0): {extends: s\($0 + 1)}\n" }.joined()
        let long = LoadedFiles(["a.yaml": "services:\n  w: {extends: s0}\n\(chain)"])
        #expect(long.reports.contains { $0.hasSuffix("manifest.extends-too-deep") })
        let deep = (0...200)
            .map { depth in
                (
                    String(repeating: "d/", count: depth) + "a.yaml",
                    "services: {w: {extends: {file: d/a.yaml, service: w}}}"
                )
            }
        let loop = LoadedFiles(Dictionary(uniqueKeysWithValues: deep))
        #expect(loop.reports.map { $0.split(separator: " ").last } == ["manifest.extends-too-deep"])
    }

    @Test(
        "What `extends` cannot be",
        arguments: [
            ("5", "a.yaml:1:25 manifest.invalid-extends"), ("", "a.yaml:1:16 manifest.invalid-extends"),
            ("[b]", "a.yaml:1:25 manifest.invalid-extends"), ("{}", "a.yaml:1:25 manifest.invalid-extends"),
            ("{service: b, file: [x]}", "a.yaml:1:25 manifest.invalid-extends"),
            ("{service: b, file: no.yaml}", "a.yaml:1:44 manifest.unreadable-reference"),
            ("{service: b, file: \"https://example.com/a.yaml\"}", "a.yaml:1:44 manifest.unreadable-reference"),
            ("{service: b, fiel: c}", "a.yaml:1:38 manifest.ignored-key warning"),
            ("\"${NO:?}\"", "a.yaml:1:26 manifest.required-variable"),
        ]
    )
    func forms(entry: String, report: String) {
        let loaded = LoadedFiles(["a.yaml": "services: {w: {extends: \(entry), image: x}, b: {image: x}}"])
        #expect(loaded.reports == [report])
    }

    @Test("Mistakes of the other file have their place there, once for all that extend it")
    func mistakesElsewhere() {
        let loaded = LoadedFiles([
            "a.yaml":
                "services: {v: {extends: {file: _b.yaml, service: b}}, w: {extends: {file: _b.yaml, service: b}}}",
            "_b.yaml": "services: {b: {image: \"${NO:?}\"}}",
        ])
        #expect(loaded.reports == ["_b.yaml:1:24 manifest.required-variable"])
    }
}
