import DockerEngine
import Foundation
import Testing

@Suite("Tar archives and the tar program")
struct TarProgramTests {
    @Test("tar lists an archive with owner, size, time and path")
    func list() throws {
        let folder = String(repeating: "d", count: 60)
        let archive = try TarArchive([
            TarArchive.File(path: "run/secrets/token", content: Array("abc".utf8), mode: 0o400, modified: 0),
            TarArchive.File(
                path: "\(folder)/\(folder)/f",
                content: [UInt8](repeating: 65, count: 1000),
                mode: 0o755,
                userID: 1000,
                groupID: 100,
                modified: 1_700_000_000
            ),
        ])
        let file = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString).tar")
        try Data(archive.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["TZ=UTC", "tar", "--numeric-owner", "-tvf", file.path]
        let output = Pipe()
        tar.standardOutput = output
        try tar.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        tar.waitUntilExit()

        #expect(tar.terminationStatus == 0)
        let words = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(
            words == [
                ["-r--------", "0/0", "3", "1970-01-01", "00:00", "run/secrets/token"],
                ["-rwxr-xr-x", "1000/100", "1000", "2023-11-14", "22:13", "\(folder)/\(folder)/f"],
            ]
        )
    }
}
