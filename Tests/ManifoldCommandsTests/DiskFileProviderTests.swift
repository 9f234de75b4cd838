import Foundation
import ManifoldManifest
import Testing

@testable import ManifoldCommands

@Suite("files of the disk")
struct DiskFileProviderTests {
    private let directory = FileManager.default.temporaryDirectory.appending(path: "manifold-\(UUID().uuidString)")
    private let files = DiskFileProvider()

    init() throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    private func reason(_ path: String) -> String? {
        do throws(FileProblem) {
            _ = try files.read(path)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test("a name with a NUL in it is not that of the file before the NUL")
    func nul() throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.appending(path: "plain").path
        try Data("a".utf8).write(to: URL(filePath: path))
        #expect(reason(path + "\0.yaml") == "there is a NUL in its name")
        #expect(files.exists(path) && !files.exists(path + "\0.yaml"))
    }

    @Test("a file is read whole, beyond one chunk")
    func whole() throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = directory.appending(path: "big").path
        try Data(content).write(to: URL(filePath: path))
        #expect(try files.read(path) == content)
        #expect(files.exists(path))
    }

    @Test(
        "a file of /proc, which has no size of its own, is read whole",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"))
    )
    func proc() throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        #expect(try !files.read("/proc/self/status").isEmpty)
    }

    @Test("what cannot be read says why")
    func problems() throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        #expect(reason(directory.path) == "is a directory")
        #expect(reason(directory.appending(path: "none").path) == "no such file")
        #expect(!files.exists(directory.appending(path: "none").path))
        let file = directory.appending(path: "file").path
        try Data().write(to: URL(filePath: file))
        #expect(reason("\(file)/below") == "no such file")
        let loop = directory.appending(path: "loop").path
        try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
        #expect(reason(loop) == "too many symbolic links")
    }

    @Test(
        "a file that is far too large is refused, an endless one too",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/zero"))
    )
    func limit() {
        defer { try? FileManager.default.removeItem(at: directory) }
        #expect(reason("/dev/zero") == "is larger than 64 MiB")
    }
}
