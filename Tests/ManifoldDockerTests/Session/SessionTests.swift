import DockerEngine
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldTestSupport
import Testing

@Suite("A session with an engine")
struct SessionTests {
    @Test(
        "of the revisions the highest is the record; several mean that an end is open",
        arguments: [([], nil), ([3], true), ([3, 4], false), ([0, 1, 2], false)] as [([Int], Bool?)]
    )
    func revisions(numbers: [Int], isTidy: Bool?) async throws {
        let observation = try await observe(numbers)
        #expect(observation.facts.revision?.isTidy == isTidy)
        #expect(observation.facts.revision?.holder == nil, "none of them is held")
        #expect(observation.facts.containers.isEmpty)
    }

    @Test("looking at an engine changes nothing on it")
    func readOnly() async throws {
        try await withStubEngine(revisions: [0, 1], answering: Self.empty) { client, server in
            _ = try await session(client).observe(graph())
            #expect(StubEngine.changes(server).isEmpty)
        }
    }

    @Test("who holds the lock is told in words, unless that process is dead", arguments: [true, false])
    func holder(isDead: Bool) async throws {
        let holder =
            isDead ? try await LockHolder.dead() : LockHolder.current(command: "apply", environment: ["USER": "ann"])
        let record = RevisionRecord().successor(holder: holder).text.replacing("\"", with: "\\\"")
        let volumes = [1, 2]
            .map {
                #"{"Name":"shop_manifold.\#($0)","Mountpoint":"/m","#
                    + #""Labels":{"io.manifold.system":"shop","io.manifold.revision":"\#(record)"}}"#
            }
        try await withStubEngine(answering: { line, request in
            line == "GET /volumes"
                ? .json(#"{"Volumes":[\#(volumes.joined(separator: ","))]}"#) : Self.empty(line, request)
        }) { client, _ in
            let facts = try await session(client).observe(system: "shop").facts
            #expect(facts.revision?.holder == (isDead ? nil : holder.description))
        }
    }

    @Test("the digests of one observation can be read at the next: the key is the record's")
    func key() async throws {
        let record = RevisionRecord()
        let text = record.text.replacing("\"", with: "\\\"")
        let volume =
            #"{"Name":"shop_manifold.1","Mountpoint":"/m","Labels":{"io.manifold.system":"shop","io.manifold.revision":"\#(text)"}}"#
        try await withStubEngine(answering: { line, request in
            line == "GET /volumes" ? .json(#"{"Volumes":[\#(volume)]}"#) : Self.empty(line, request)
        }) { client, _ in
            let sealer = try await session(client).observe(system: "shop").sealer
            #expect(sealer.keyID == Sealer(key: record.key).keyID)
        }
    }

    @Test(
        "a problem says what to do where there is something to do",
        arguments: [
            (.cannotConnect(endpoint: "e", .noSocket), "start the engine"),
            (.cannotConnect(endpoint: "e", .refused), "start the engine"),
            (.cannotConnect(endpoint: "e", .permissionDenied), "group `docker`"),
            (.cannotConnect(endpoint: "e", .other("x")), nil), (.shutDown(.init(method: "GET", path: "/x")), nil),
        ] as [(EngineError, String?)]
    )
    func help(error: EngineError, help: String?) {
        let problem = SessionProblem(error)
        #expect(problem.message == error.description)
        #expect((problem.help == nil) == (help == nil))
        #expect(help.map { problem.help?.contains($0) == true } ?? true)
    }

    private func observe(_ revisions: [Int]) async throws -> Observation {
        try await withStubEngine(revisions: revisions, answering: Self.empty) { client, _ in
            try await session(client).observe(system: "shop")
        }
    }

    private func session(_ client: EngineClient) -> EngineSession {
        EngineSession(
            client: client,
            engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
            logins: RegistryLogins(environment: [:])
        )
    }

    /// An engine with nothing on it but the revisions.
    @Sendable private static func empty(_ line: String, _: StubServer.Request) -> StubAnswer? {
        switch line {
        case "GET /containers/json", "GET /networks": .json("[]")
        default: nil
        }
    }
}
