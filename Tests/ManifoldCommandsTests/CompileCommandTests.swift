import ArgumentParser
import Foundation
import ManifoldManifest
import Testing

@testable import ManifoldCommands

@Suite("compile")
struct CompileCommandTests {
    private func parse(_ line: String) throws -> CompileCommand {
        let words = line.split(separator: " ").map(String.init)
        return try #require(try ManifoldCommand.command(for: ["compile"] + words) as? CompileCommand)
    }

    @Test("takes each of its options")
    func options() throws {
        #expect(try parse("--provenance --format json").provenance)
        #expect(try parse("--services").services)
        #expect(try parse("--images").images)
        #expect(try parse("--volumes").volumes)
        #expect(try parse("--profiles --profile x").profiles)
        #expect(try parse("--variables --format json").variables)
        #expect(try parse("--hash *").hash == "*")
        #expect(try parse("-o out.yaml").output == "out.yaml")
    }

    @Test("prints one thing at a time", arguments: ["--services --images", "--hash web --provenance"])
    func oneThing(line: String) {
        #expect(throws: (any Error).self) { try parse(line) }
    }

    @Test("takes a file whose name begins with a dash")
    func dash() throws {
        #expect(try parse("-f -.yaml").global.files == ["-.yaml"])
    }

    @Test("writes a file in place of what it held, and says why it cannot")
    func output() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.appending(path: "out.yaml").path
        try FileOutput.write("a long first text\n", to: path)
        try FileOutput.write("second\n", to: path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "second\n")
        #expect(throws: FileProblem("is a directory")) { try FileOutput.write("", to: directory.path) }
        #expect(throws: FileProblem("no such file")) { try FileOutput.write("", to: path + "/below") }
    }
}
