import Foundation
import ManifoldTestSupport

/// The real docker-compose, to compare with: what `MANIFOLD_DOCKER_COMPOSE` names, or what `make test` has fetched.
enum ComposeProgram {
    static let path: String? = {
        let named = ProcessInfo.processInfo.environment["MANIFOLD_DOCKER_COMPOSE"] ?? ""
        let path = named.isEmpty ? ComposeCorpus.checkout.appending(path: ".build/tools/docker-compose").path : named
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    /// What `docker-compose ARGUMENTS config FURTHER` prints for a case; nil where it refuses it.
    static func config(_ project: ComposeCorpus.Case, _ further: String...) throws -> String? {
        guard let path else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = project.arguments + ["config"] + further
        process.currentDirectoryURL = URL(filePath: project.directory)
        process.environment = ComposeCorpus.environment
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}
