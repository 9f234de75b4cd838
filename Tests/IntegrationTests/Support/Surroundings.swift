import Foundation
import Testing

/// Where the engine is, and whether it answers.
enum Engine {
    /// The engine's socket; nil where DOCKER_HOST names something else.
    static let socketPath: String? = {
        let host = ProcessInfo.processInfo.environment["DOCKER_HOST"] ?? ""
        if host.isEmpty { return "/var/run/docker.sock" }
        return host.hasPrefix("unix://") ? String(host.dropFirst("unix://".count)) : nil
    }()

    /// Restarts the engine, where it is the tests' own.
    static let restartCommand = ProcessInfo.processInfo.environment["MANIFOLD_ENGINE_RESTART"]

    static var answers: Bool { !apiVersion.isEmpty }

    /// The highest version of its API, such as `1.41`; empty where it does not answer.
    static let apiVersion: String = {
        let docker = Process()
        let answer = Pipe()
        docker.executableURL = URL(filePath: "/usr/bin/env")
        docker.arguments = ["docker", "version", "--format", "{{.Server.APIVersion}}"]
        docker.standardOutput = answer
        docker.standardError = FileHandle.nullDevice
        guard (try? docker.run()) != nil else { return "" }
        let text = answer.fileHandleForReading.readDataToEndOfFile()
        docker.waitUntilExit()
        return docker.terminationStatus == 0 ? String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace } : ""
    }()

    /// Whether its API has not come to a version yet.
    static func isOlder(than version: String) -> Bool {
        apiVersion.compare(version, options: .numeric) == .orderedAscending
    }
}

/// The files that the tests work with.
enum Paths {
    /// The program under test: beside the test bundle, or where MANIFOLD says.
    static let manifold: String = {
        if let path = ProcessInfo.processInfo.environment["MANIFOLD"], !path.isEmpty { return path }
        let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: bundle).deletingLastPathComponent().appending(path: "manifold").path
    }()

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The docker-compose to compare with, where there is one.
    static let compose: String? = {
        let named = ProcessInfo.processInfo.environment["MANIFOLD_DOCKER_COMPOSE"] ?? ""
        let path = named.isEmpty ? repository.appending(path: ".build/tools/docker-compose").path : named
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()
}

/// Whether what a test needs may be missing: not in CI, where a test that is skipped proves nothing.
private let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

extension Trait where Self == ConditionTrait {
    static var needsEngine: Self {
        .enabled(if: isCI || Engine.answers, "no Docker engine answers: `make test` starts one")
    }

    static var needsCompose: Self {
        .enabled(if: isCI || Paths.compose != nil, "there is no docker-compose: `make test` fetches one")
    }

    static var needsRestarts: Self {
        .enabled(if: Engine.restartCommand != nil, "the engine is not the tests' own: `make engines` starts one")
    }

    static var needsSocket: Self {
        .enabled(
            if: isCI || Engine.socketPath != nil,
            "DOCKER_HOST is no unix socket, so nothing can stand in front of it"
        )
    }
}
