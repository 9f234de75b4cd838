import Foundation
import Testing

/// A registry of a test's own on this machine, which wants a login; engines trust 127.0.0.0/8 without TLS.
final class LocalRegistry: Sendable {
    /// What image references begin with: `127.0.0.1:40001`.
    let address: String
    /// The directory for `DOCKER_CONFIG` of somebody who is logged in.
    let configuration: URL
    private let folder: URL
    private let process: Process

    /// `docker-registry`, where there is one.
    static let program: String? = {
        let path = Paths.repository.appending(path: ".build/tools/docker-registry").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    /// The name and a bcrypt digest of the password.
    private static let users = "tester:$2y$04$AB0lNxvOyGg2DtXC02QEZ.hZaxCGbCRv9DWJovgWzMJIMzHG5mgFm\n"
    private static let login = Data("tester:registry-password".utf8).base64EncodedString()

    private init() throws {
        let port = try TakenPort.free()
        address = "127.0.0.1:\(port)"
        folder = FileManager.default.temporaryDirectory.appending(path: "registry-\(port)")
        configuration = folder.appending(path: "docker")
        try FileManager.default.createDirectory(at: configuration, withIntermediateDirectories: true)
        try Self.users.write(to: folder.appending(path: "users"), atomically: true, encoding: .utf8)
        try #"{"auths":{"\#(address)":{"auth":"\#(Self.login)"}}}"#
            .write(to: configuration.appending(path: "config.json"), atomically: true, encoding: .utf8)
        let settings = """
            version: 0.1
            log: {level: error}
            storage: {filesystem: {rootdirectory: \(folder.path)/data}}
            http: {addr: "\(address)"}
            auth: {htpasswd: {realm: test, path: \(folder.path)/users}}
            """
        try settings.write(to: folder.appending(path: "config.yml"), atomically: true, encoding: .utf8)
        process = Process()
        process.executableURL = URL(filePath: try #require(Self.program, "`make test` fetches docker-registry"))
        process.arguments = ["serve", folder.appending(path: "config.yml").path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
    }

    /// Runs `body` with a registry, which ends with it.
    static func run(_ body: (LocalRegistry) async throws -> Void) async throws {
        let registry = try LocalRegistry()
        defer { try? FileManager.default.removeItem(at: registry.folder) }
        try registry.process.run()
        defer {
            registry.process.terminate()
            registry.process.waitUntilExit()
        }
        try await registry.waitUntilReady()
        try await body(registry)
    }

    private func waitUntilReady() async throws {
        for _ in 0..<200 {
            let answer = try await Program.run("curl", ["-s", "-o", "/dev/null", "http://\(address)/v2/"], in: "/")
            if answer.status == .code(0) { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the registry at \(address) does not answer")
    }

    /// The environment of somebody who is logged in, or is not.
    func environment(loggedIn: Bool = true) -> [String: String?] {
        ["DOCKER_CONFIG": loggedIn ? configuration.path : folder.path]
    }

    /// Puts an image of the engine under a tag of a repository, as another machine would: what the engine has under that
    /// reference stays, and it does not get to know the digest.
    func push(_ image: String, as repository: String, tag: String) async throws {
        let waiting = "\(address)/\(repository):waiting"
        try await Program.run("docker", ["tag", image, waiting], in: "/").ended()
        try await Program.run("docker", ["push", "-q", waiting], in: "/", environment: environment()).ended()
        try await Program.run("docker", ["rmi", waiting], in: "/").ended()
        let kind = "application/vnd.docker.distribution.manifest.v2+json"
        let manifests = "http://\(address)/v2/\(repository)/manifests"
        let curl = ["-sf", "-u", "tester:registry-password"]
        let manifest = try await Program.run("curl", curl + ["-H", "Accept: \(kind)", "\(manifests)/waiting"], in: "/")
            .ended()
        try await Program.run(
            "curl",
            curl + [
                "-X", "PUT", "-H", "Content-Type: \(kind)", "--data-binary", manifest.output, "\(manifests)/\(tag)",
            ],
            in: "/"
        )
        .ended()
    }

    /// Makes the registry unreachable.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}

extension Trait where Self == ConditionTrait {
    static var needsRegistry: Self {
        .enabled(
            if: ProcessInfo.processInfo.environment["CI"] == "true" || LocalRegistry.program != nil,
            "there is no docker-registry: `make test` fetches one"
        )
    }
}
