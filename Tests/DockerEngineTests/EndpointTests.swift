import DockerEngine
import Testing

@Suite("Endpoints")
struct EndpointTests {
    @Test(
        "the values of DOCKER_HOST that Docker knows are read",
        arguments: [
            ("unix:///var/run/docker.sock", EngineEndpoint.standard),
            ("unix://", .standard),
            ("unix:///a b/ö.sock", .unix(path: "/a b/ö.sock")),
            ("tcp://build.example:2376", .tcp(host: "build.example", port: 2376)),
            ("tcp://10.0.0.1", .tcp(host: "10.0.0.1", port: 2375)),
            ("tcp://[::1]:99", .tcp(host: "::1", port: 99)),
            ("tcp://[::1]", .tcp(host: "::1", port: 2375)),
        ]
    )
    func reads(text: String, endpoint: EngineEndpoint) throws {
        #expect(try EngineEndpoint(parsing: text) == endpoint)
    }

    @Test(
        "what is not supported is refused with what is",
        arguments: [
            ("ssh://host", "`ssh` is not supported; use `unix:///path` or `tcp://host:port`"),
            ("npipe:////./pipe/docker", "`npipe` is not supported; use `unix:///path` or `tcp://host:port`"),
            ("/run/docker.sock", "write `unix:///run/docker.sock`"),
            ("localhost:2375", "use `unix:///path` or `tcp://host:port`"),
            ("unix://docker.sock", "the path has to be absolute, as in `unix:///var/run/docker.sock`"),
            ("tcp://", "use `unix:///path` or `tcp://host:port`"),
            ("tcp://host:0", "use `unix:///path` or `tcp://host:port`"),
            ("tcp://host:70000", "use `unix:///path` or `tcp://host:port`"),
            ("tcp://[::1]x", "use `unix:///path` or `tcp://host:port`"),
            ("tcp://host:1/base", "a path after the port is not supported"),
            ("unix:///" + String(repeating: "x", count: 107), "a socket's path has at most 107 bytes"),
        ]
    )
    func refuses(text: String, reason: String) {
        #expect(throws: EngineError.unsupportedEndpoint(text, reason: reason)) { try EngineEndpoint(parsing: text) }
    }

    @Test("the option comes before DOCKER_HOST, and that before the default")
    func resolves() throws {
        let environment = ["DOCKER_HOST": "unix:///from/environment"]
        #expect(try EngineEndpoint.resolve(host: "unix:///given", environment: environment) == .unix(path: "/given"))
        #expect(try EngineEndpoint.resolve(host: "", environment: environment) == .unix(path: "/from/environment"))
        #expect(try EngineEndpoint.resolve(host: nil, environment: ["DOCKER_HOST": ""]) == .standard)
    }

    @Test("tls is refused for tcp and does not matter for a socket")
    func tls() throws {
        let environment = ["DOCKER_TLS_VERIFY": "1"]
        #expect(try EngineEndpoint.resolve(host: nil, environment: environment) == .standard)
        let reason = "`DOCKER_TLS_VERIFY` asks for tls, which is not supported yet"
        #expect(throws: EngineError.unsupportedEndpoint("tcp://h", reason: reason)) {
            try EngineEndpoint.resolve(host: "tcp://h", environment: environment)
        }
    }

    @Test(
        "an endpoint is written as it is read",
        arguments: ["unix:///var/run/docker.sock", "tcp://h:2375", "tcp://[::1]:99"]
    )
    func roundTrip(text: String) throws {
        #expect(try EngineEndpoint(parsing: text).description == text)
    }
}
