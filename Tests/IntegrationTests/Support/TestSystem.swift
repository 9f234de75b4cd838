import Foundation
import Testing

/// A system of a test's own on the engine: a name that nobody else has, and a directory of that name with its manifest.
///
/// Whatever a test makes on the engine, foreign objects too, has this name in its own, and is removed when the test ends.
struct TestSystem: Sendable {
    let name: String
    /// The directory with the manifest.
    let directory: URL
    /// What the manifest of every test begins with: its name, and under `*small` a container that only waits.
    private static let preamble = """
        x-small: &small
          image: manifold/busybox:1
          command: [sleep, "3600"]
          init: true
          stop_grace_period: 1s

        """

    /// Makes a system that `run` does not clean up.
    init() throws {
        name = "mit-" + String(UInt32.random(in: .min ... .max), radix: 36)
        directory = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    }

    /// Runs `body` with a system whose manifest is written but not applied, and cleans up whatever happens.
    static func run(_ manifest: String = "", _ body: (TestSystem) async throws -> Void) async throws {
        // In CI nothing is skipped, so that this is where it ends without an engine.
        try #require(Engine.answers, "no Docker engine answers")
        try #require(FileManager.default.isExecutableFile(atPath: Paths.manifold), "build \(Paths.manifold) first")
        let system = try TestSystem()
        defer { system.cleanUp() }
        try system.declare(manifest)
        try await body(system)
    }

    /// Blocks, because it has to work in a task that was cancelled, too.
    func cleanUp() {
        let script = """
            exec >/dev/null 2>&1
            ids=$( (docker ps -aq --filter name=$1; docker ps -aq --filter label=io.manifold.system=$1) | sort -u)
            volumes=$(docker inspect -f '{{range .Mounts}}{{if eq .Type "volume"}}{{.Name}} {{end}}{{end}}' $ids)
            docker rm -fv $ids
            docker network rm $(docker network ls -q --filter name=$1)
            docker volume rm $volumes $(docker volume ls -q --filter name=$1)
            docker rmi $(docker images --format '{{.Repository}}:{{.Tag}}' | grep -F $1)
            """
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", script, "sh", name]
        if (try? shell.run()) != nil { shell.waitUntilExit() }
        try? FileManager.default.removeItem(at: directory)
    }
}

// MARK: The manifest and its files

extension TestSystem {
    /// Writes the manifest, behind the preamble, and returns how many lines stand before it.
    @discardableResult
    func declare(_ manifest: String) throws -> Int {
        let preamble = "name: \(name)\n\(Self.preamble)"
        try write("manifold.yaml", "\(preamble)\(manifest)\n")
        return preamble.count { $0 == "\n" }
    }

    func write(_ file: String, _ text: String) throws {
        try text.write(to: directory.appending(path: file), atomically: true, encoding: .utf8)
    }

    /// Replaces a text that the manifest has exactly once.
    func edit(_ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let pieces = try manifest.components(separatedBy: old)
        try #require(pieces.count == 2, "the manifest has \(old.debugDescription) once", sourceLocation: sourceLocation)
        try write("manifold.yaml", pieces.joined(separator: new))
    }

    /// The place of a text in the manifest, as plans spell it: `manifold.yaml:12:17`.
    func place(of text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let before = try #require(
            try manifest.range(of: text).map { try manifest[..<$0.lowerBound] },
            "the manifest has \(text.debugDescription)",
            sourceLocation: sourceLocation
        )
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        return "manifold.yaml:\(lines.count):\((lines.last?.count ?? 0) + 1)"
    }

    private var manifest: String {
        get throws { try String(contentsOf: directory.appending(path: "manifold.yaml"), encoding: .utf8) }
    }
}

// MARK: Programs

extension TestSystem {
    /// Runs manifold in the system's directory, or in another one.
    @discardableResult
    func manifold(
        arguments: [String],
        in otherDirectory: URL? = nil,
        environment: [String: String?] = [:],
        started: @Sendable (Int32) -> Void = { _ in }
    ) async throws -> Finished {
        try await Program.run(
            Paths.manifold,
            arguments,
            in: (otherDirectory ?? directory).path,
            environment: environment,
            started: started
        )
    }

    @discardableResult
    func manifold(
        _ arguments: String...,
        in otherDirectory: URL? = nil,
        environment: [String: String?] = [:],
        started: @Sendable (Int32) -> Void = { _ in }
    ) async throws -> Finished {
        try await manifold(arguments: arguments, in: otherDirectory, environment: environment, started: started)
    }

    /// Applies without a question, and expects that it works.
    @discardableResult
    func apply(
        _ arguments: String...,
        environment: [String: String?] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Finished {
        try await manifold(arguments: ["apply", "--auto-approve"] + arguments, environment: environment)
            .ended(sourceLocation: sourceLocation)
    }

    /// Plans, and expects changes.
    @discardableResult
    func plan(
        _ arguments: String...,
        environment: [String: String?] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Finished {
        try await plan(arguments, environment).ended(with: 2, sourceLocation: sourceLocation)
    }

    /// Plans, and expects that there is nothing to do.
    @discardableResult
    func planIsEmpty(
        _ arguments: String...,
        environment: [String: String?] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Finished {
        try await plan(arguments, environment).ended(with: 0, sourceLocation: sourceLocation)
            .says("No changes.", sourceLocation: sourceLocation)
    }

    private func plan(_ arguments: [String], _ environment: [String: String?]) async throws -> Finished {
        try await manifold(arguments: ["plan", "--detailed-exitcode"] + arguments, environment: environment)
    }

    /// Runs the docker command line, and expects that it works.
    @discardableResult
    func docker(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws -> Finished {
        try await Program.run("docker", arguments, in: directory.path).ended(sourceLocation: sourceLocation)
    }

    /// Runs docker-compose on a project, and expects that it works.
    @discardableResult
    func compose(
        project: String? = nil,
        _ arguments: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Finished {
        let compose = try #require(Paths.compose, sourceLocation: sourceLocation)
        return try await Program.run(compose, ["-p", project ?? name] + arguments, in: directory.path)
            .ended(sourceLocation: sourceLocation)
    }
}
