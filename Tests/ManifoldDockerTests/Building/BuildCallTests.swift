import DockerEngine
import Foundation
@testable import ManifoldDocker
import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldTestSupport
import Testing

@Suite("Calls to builders")
struct BuildCallTests {
    private static let address = ResourceAddress(.image, "app:1")

    @Test("the engine gets every setting, the context and the label")
    func engine() async throws {
        try await Context.run([
            "Dockerfile": "FROM x", "a.txt": "content of a", "b.log": "left out", ".dockerignore": "*.log",
        ]) {
            context in
            let graph = Self.graph { build in
                build.context = .directory(context.root)
                build.arguments = ["A": FreeText("1", isShowable: true)]
                build.labels = ["l": FreeText("2", isShowable: true)]
                (build.target, build.network, build.platform) = ("stage", "host", "linux/arm64")
                build.extraHosts = ["h:1.2.3.4"]
                build.sharedMemory = 1024
                build.ulimits = ["nofile": KernelSpec.Ulimit(soft: 1, hard: 2)]
                build.tags = ["docker.io/library/app:more"]
                build.cacheSources = ["cache:1"]
                (build.usesNoCache, build.pullsBases) = (true, true)
            }
            let request = try await Self.build(graph) { _ in .json(#"{"stream":"Successfully built 1"}"#) }
            let query = request.target.split(separator: "?").last?.removingPercentEncoding ?? ""
            for part in [
                "t=docker.io/library/app:1&t=docker.io/library/app:more", "dockerfile=Dockerfile",
                #"buildargs={"A":"1"}"#,
                #"{"io.manifold.build":"{"#, #""l":"2""#, "target=stage", "networkmode=host", "platform=linux/arm64",
                "extrahosts=h:1.2.3.4", "shmsize=1024", #"ulimits=[{"Hard":2,"Name":"nofile","Soft":1}]"#,
                #"cachefrom=["cache:1"]"#, "nocache=1", "pull=1",
            ] { #expect(query.contains(part), "\(part) in \(query)") }
            #expect(request.headers["content-type"] == "application/x-tar")
            #expect(request.body.contains("content of a"))
            #expect(!request.body.contains("left out"))
        }
    }

    @Test("a Dockerfile that is not in the context is sent beside it, and kept out of the image")
    func strayDockerfile() async throws {
        try await Context.run(["a.txt": "a"]) { context in
            let graph = Self.graph { build in
                build.context = .directory(context.root)
                build.inlineDockerfile = FreeText("FROM spelt-out", isShowable: false)
            }
            let request = try await Self.build(graph) { _ in .json("{}") }
            #expect(request.target.contains("dockerfile=.dockerfile.manifold"))
            #expect(request.body.contains("FROM spelt-out"))
            #expect(request.body.contains(".dockerignore\n.dockerfile.manifold\n"))
        }
    }

    @Test("a build that fails shows its last lines, without the values of arguments")
    func failure() async throws {
        try await Context.run(["Dockerfile": "FROM x"]) { context in
            let graph = Self.graph { build in
                build.context = .directory(context.root)
                build.arguments = ["TOKEN": FreeText("tok-secret", isShowable: false)]
            }
            let output = #"{"stream":"Step 1\n"}"# + "\r\n" + #"{"stream":"with tok-secret\n"}"# + "\r\n"
            let failure = await #expect(throws: OperationFailure.self) {
                _ = try await Self.build(graph) { _ in .chunks([output, #"{"error":"exit 3 of tok-secret"}"#]) }
            }
            #expect(failure?.message.hasSuffix("exit 3 of (hidden)") == true)
            #expect(failure?.details == ["Step 1", "with (hidden)"])
        }
    }

    @Test("buildx gets every setting, and secrets not on its command line")
    func buildx() {
        var image = ImageSpec(reference: "docker.io/library/app:1")
        var build = BuildSpec(context: .directory("/ctx"))
        build.dockerfile = "sub/Dockerfile"
        build.arguments = [
            "A": FreeText("1", isShowable: true), "TOKEN": FreeText("tok-secret", isShowable: false),
            "PATH": FreeText("/x", isShowable: false),
        ]
        build.secrets = [
            "npm": BuildSpec.Secret(content: FreeText(content: Array("npm-secret".utf8)), file: nil),
            "file": BuildSpec.Secret(content: FreeText(content: Array("f".utf8)), file: "/run/f"),
        ]
        build.furtherContexts = [
            "dir": .directory("/more"), "url": .remote(FreeText("https://x/y.git", isShowable: true)),
            "base": .image(ResourceAddress(.image, "base")),
        ]
        (build.sshKeys, build.isPrivileged, build.provenance) = (["default"], true, "false")
        build.uncachedStages = ["a", "b"]
        image.build = build
        let command = BuildxCommand(image, build, on: "unix:///s", label: "{}") { _ in "docker.io/library/base:latest" }
        let line = command.arguments.joined(separator: " ")
        #expect(line.hasPrefix("-H unix:///s buildx build --progress plain --load --tag docker.io/library/app:1"))
        for part in [
            "--build-arg A=1", "--build-arg PATH=/x", "--build-arg TOKEN", "--label io.manifold.build={}",
            "--secret id=file,src=/run/f", "--secret id=npm,env=MANIFOLD_BUILD_SECRET_1", "--build-context dir=/more",
            "--build-context base=docker-image://docker.io/library/base:latest", "--build-context url=https://x/y.git",
            "--ssh default", "--allow security.insecure", "--provenance false", "--no-cache-filter a,b",
            "--file /ctx/sub/Dockerfile /ctx",
        ] { #expect(line.contains(part), "\(part) in \(line)") }
        #expect(!line.contains("tok-secret"))
        #expect(!line.contains("npm-secret"))
        #expect(command.environment == ["TOKEN": "tok-secret", "MANIFOLD_BUILD_SECRET_1": "npm-secret"])
    }

    /// Performs the build of the graph's image on a stub of an engine, and returns the request for it.
    private static func build(
        _ graph: ResourceGraph,
        answering answer: @escaping @Sendable (StubServer.Request) -> StubAnswer
    ) async throws -> StubServer.Request {
        try await withStubEngine(answering: { line, request in line == "POST /build" ? answer(request) : nil }) {
            client,
            server in
            let performer = performer(graph, client: client)
            _ = try await performer.perform(.buildImage(address, reference: "docker.io/library/app:1"), resolving: [:])
            return try #require(server.requests.last { StubEngine.line(of: $0) == "POST /build" })
        }
    }

    private static func graph(_ change: (inout BuildSpec) -> Void) -> ResourceGraph {
        var image = ImageSpec(reference: "docker.io/library/app:1")
        var build = BuildSpec(context: .directory("/"))
        change(&build)
        image.build = build
        return ManifoldDockerTests.graph(and: [Resource(id: address, spec: .image(image))])
    }
}
