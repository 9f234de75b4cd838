import DockerEngine
import FoundationEssentials
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import ManifoldTestSupport
import Testing

@Suite("Asking registries")
struct RegistryReaderTests {
    private static let hour: Int64 = 3_600_000_000_000

    @Test(
        "a registry is asked where the policy says so",
        arguments: [
            (.always, true, true), (.missing, true, false), (.never, true, false), (.refresh(after: hour), true, true),
            (.always, false, true), (.missing, false, true), (.never, false, false),
            (.refresh(after: hour), false, true),
        ] as [(PullPolicy, Bool, Bool)]
    )
    func due(policy: PullPolicy, isPresent: Bool, expected: Bool) throws {
        #expect(try isDue(policy, isPresent ? "0001-01-01T00:00:00Z" : nil) == expected)
    }

    @Test(
        "an image counts as fresh for the time that is given, since its last pull, build or tag",
        arguments: [
            ("0001-01-01T00:00:00Z", nil, true), ("0001-01-01T00:00:00Z", 996_401, false),
            ("0001-01-01T00:00:00Z", 996_400, true), ("1970-01-12T12:46:41Z", nil, false),
            ("1970-01-12T12:46:40Z", nil, true), ("1970-01-12T13:46:39Z", 5, false),
            ("1970-01-01T00:00:05Z", 999_999, false),
        ] as [(String, Int64?, Bool)]
    )
    func fresh(tagged: String, pulled: Int64?, expected: Bool) throws {
        #expect(try isDue(.refresh(after: Self.hour), tagged, pulled: pulled) == expected)
    }

    @Test("nobody is asked what a digest means, or when a time is beyond counting")
    func pinned() throws {
        let digest = "sha256:" + String(repeating: "0", count: 64)
        #expect(try !isDue(.always, "0001-01-01T00:00:00Z", reference: "docker.io/library/app@\(digest)"))
        #expect(try !isDue(.refresh(after: .max), "9999-12-31T23:59:59Z"))
    }

    private func isDue(
        _ policy: PullPolicy,
        _ tagged: String?,
        pulled: Int64? = nil,
        reference: String = "docker.io/library/app:1"
    ) throws -> Bool {
        var spec = ImageSpec(reference: reference)
        spec.policy = policy
        let image: ImageInspect? = try tagged.map { time in
            try decoded(#"{"Id":"sha256:1","Metadata":{"LastTagTime":"\#(time)"}}"#)
        }
        let reader = RegistryReader(
            client: EngineClient(access: .readOnly),
            logins: RegistryLogins(environment: [:]),
            pulled: pulled.map { [reference: $0] } ?? [:],
            now: 1_000_000
        )
        return reader.isDue(spec, image)
    }

    @Test("answers are digests or the registry's own words, and each registry gets its own login")
    func answers() async throws {
        let file = #"{"auths":{"a.example.com":{"auth":"dXNlcjpwYXNz"}}}"#
        try await withLogins(file) { logins in
            try await withStubEngine(answering: { line, _ in
                switch line {
                case "GET /distribution/a.example.com/x:1/json":
                    .json(#"{"Descriptor":{"mediaType":"m","digest":"sha256:d","size":5},"Platforms":[]}"#)
                case "GET /distribution/a.example.com/x:2/json":
                    .json(#"{"message":"manifest unknown: manifest unknown"}"#, status: 404)
                default: .json(#"{"message":"Head \"https://b\": no basic auth credentials"}"#, status: 500)
                }
            }) { client, server in
                let reader = RegistryReader(client: client, logins: logins, pulled: [:], now: 0)
                let answers = try await reader.answers(about: [
                    "a.example.com/x:1", "a.example.com/x:2", "b.example.com/y:1",
                ])
                #expect(
                    answers == [
                        "a.example.com/x:1": .digest("sha256:d"),
                        "a.example.com/x:2": .unknown("manifest unknown: manifest unknown"),
                        "b.example.com/y:1": .unknown(#"Head "https://b": no basic auth credentials"#),
                    ]
                )
                for request in server.requests where request.target.contains("distribution") {
                    let header = request.headers["x-registry-auth"]
                    guard request.target.contains("a.example.com") else {
                        #expect(header == nil, "a login is nobody else's business")
                        continue
                    }
                    let data = try #require(header.flatMap { Data(base64Encoded: $0) })
                    #expect(
                        String(decoding: data, as: UTF8.self)
                            == #"{"password":"pass","serveraddress":"a.example.com","username":"user"}"#
                    )
                }
            }
        }
    }

    @Test("why a login could not be had is part of the answer, and so is silence")
    func withoutLogin() async throws {
        try await withLogins(#"{"credsStore":"none"}"#) { logins in
            try await withStubEngine(answering: { line, _ in
                line.contains("slow")
                    ? StubAnswer(end: .silence) : .json(#"{"message":"unauthorized"}"#, status: 401)
            }) { client, _ in
                let patient = RegistryReader(client: client, logins: logins, pulled: [:], now: 0)
                let refusal = try await patient.answers(about: ["a.example.com/x:1"])
                #expect(refusal.values.first == .unknown("unauthorized; there is no program `docker-credential-none`"))
                let hasty = client.with(timeouts: EngineTimeouts(registry: .seconds(1)))
                let impatient = RegistryReader(client: hasty, logins: logins, pulled: [:], now: 0)
                let slow = "a.example.com/slow:1"
                let silence = try await impatient.answers(about: [slow])
                #expect(silence == [slow: .unknown("no answer within 1 s")])
            }
        }
    }
}
