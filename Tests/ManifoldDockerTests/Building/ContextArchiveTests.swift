import FoundationEssentials
@testable import ManifoldDocker
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Build contexts as archives")
struct ContextArchiveTests {
    /// Longer than any field of the format.
    private static let long = Array(repeating: "directory", count: 30).joined(separator: "/") + "/file-ä.txt"

    @Test("tar unpacks what was there: contents of every length, modes, links, long names, empty directories")
    func unpacked() async throws {
        let sizes = [0, 1, 511, 512, 513, 262_144, 600_000]
        var files = Dictionary(uniqueKeysWithValues: sizes.map { ("size-\($0)", String(repeating: "x", count: $0)) })
        files[Self.long] = "far down"
        try await Context.run(files) { context in
            chmod("\(context.root)/size-1", 0o751)
            symlink(Self.long, "\(context.root)/link")
            mkdir("\(context.root)/empty", 0o700)
            let entries = try ContextWalk(context.root, .none).entries
            try await Context.run { target in
                try await unpack(
                    ContextArchive(context.root, entries, adding: ["size-0": Array("added".utf8)]),
                    in: target
                )
                for size in sizes.dropFirst() { #expect(try text("size-\(size)", in: target) == files["size-\(size)"]) }
                #expect(try text("size-0", in: target) == "added", "an addition takes the place of what is there")
                #expect(try text(Self.long, in: target) == "far down")
                #expect(try text("link", in: target) == "far down")
                var status = stat()
                #expect(stat("\(target.root)/size-1", &status) == 0 && status.st_mode & 0o777 == 0o751)
                #expect(stat("\(target.root)/empty", &status) == 0 && status.st_mode & 0o777 == 0o700)
            }
        }
    }

    @Test("a file that changes while it is sent ends the archive with the reason")
    func changed() async throws {
        try await Context.run(["a.txt": "before"]) { context in
            let archive = ContextArchive(context.root, try ContextWalk(context.root, .none).entries, adding: [:])
            try context.write("a.txt", "")
            await #expect(throws: ContextProblem.self) {
                for try await _ in archive.parts {}
            }
            #expect(archive.problem?.message == "`\(context.root)/a.txt` was changed while it was sent to the builder")
        }
    }

    private func unpack(_ archive: ContextArchive, in target: Context) async throws {
        var bytes: [UInt8] = []
        for try await part in archive.parts { bytes += part }
        let file = "\(target.root).tar"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(bytes).write(to: URL(filePath: file))
        let tar = await ToolRun(program: "tar", arguments: ["-xpf", file, "-C", target.root]).collect()
        #expect(tar.ending == .exited(0))
    }

    private func text(_ path: String, in context: Context) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(context.root)/\(path)")), as: UTF8.self)
    }
}
