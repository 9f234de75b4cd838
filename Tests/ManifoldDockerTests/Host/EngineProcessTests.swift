import DockerEngine
import FoundationEssentials
@testable import ManifoldDocker
import ManifoldGraph
import ManifoldResources
import ManifoldTestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("The process of an engine")
struct EngineProcessTests {
    @Test("who listens on a socket is told by the kernel, and a listener that is no engine tells of nobody's files")
    func listener() async throws {
        try await withStubEngine(answering: { _, _ in nil }) { client, server in
            #expect(EngineProcess.listener(on: server.socketPath) == getpid())
            #expect(EngineProcess(behind: client.endpoint) == nil)
            #expect(HostPaths(Self.mounting(["/missing-a"])).missing(for: client.endpoint).isEmpty)
        }
    }

    @Test(
        "where nobody listens on this machine there is no process",
        arguments: [
            EngineEndpoint.tcp(host: "127.0.0.1", port: 1), .unix(path: "/missing/socket"),
            .unix(path: String(repeating: "/long", count: 100)),
        ]
    )
    func nobody(endpoint: EngineEndpoint) {
        #expect(EngineProcess(behind: endpoint) == nil)
        #expect(HostPaths(Self.mounting(["/missing-a"])).missing(for: endpoint).isEmpty)
    }

    @Test(
        "the root is told by what the kernel calls the mount there",
        arguments: [
            ("22 1 8:1 / / rw - ext4 /dev/a rw\n23 22 0:5 / /dev rw - devtmpfs udev rw\n", "22 /"),
            ("611 500 0:50 / / rw - overlay overlay rw\n", "611 /"),
            ("22 1 8:1 / / rw - ext4 a rw\n40 22 8:2 /sub / rw - ext4 b rw\n", "40 /sub"),
            ("23 22 0:5 / /dev rw - devtmpfs udev rw\n", nil), ("", nil), ("22 1 8:1", nil),
        ] as [(String, String?)]
    )
    func root(text: String, root: String?) {
        #expect(MountTable(text).root == root)
    }

    #if os(Linux)
    @Test("this process shares its files with itself")
    func own() throws {
        let root = try #require(MountTable(ofProcess: "self")?.root)
        #expect(MountTable(ofProcess: "\(getpid())")?.root == root)
        #expect(MountTable(ofProcess: "0") == nil)
    }
    #endif

    @Test("only what is missing here, and what the engine does not make, can be missing there")
    func absent() throws {
        let made = MountSpec(.bind(path: "/missing-made", createsHostPath: true))
        let graph = Self.mounting(["/missing-a", "/proc/self/comm/below-a-file", "/tmp", "/proc/self/comm"], and: made)
        #expect(HostPaths(graph).absent == ["/missing-a", "/proc/self/comm/below-a-file"])
        #expect(HostPaths(nil).absent.isEmpty)
    }

    private static func mounting(_ paths: [String], and mount: MountSpec? = nil) -> ResourceGraph {
        graph(with: { spec in
            for path in paths { spec.mounts["/in\(path)"] = MountSpec(.bind(path: path, createsHostPath: false)) }
            spec.mounts["/further"] = mount
        })
    }
}
