import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Maps are compared entry by entry")
struct MapEntryTests {
    @Test("only the entries that differ are named, each with its own cause")
    func entries() {
        let comparing = Comparing(
            desired: {
                $0.environment = ["SAME": text("1"), "CHANGED": text("2"), "ADDED": text("1"), "DRIFTED": text("1")]
            },
            live: {
                $0.environment = [
                    "SAME": text("1"), "CHANGED": text("1"), "LEFT": text("1"), "DRIFTED": text("9"),
                    "THEIRS": text("1"),
                ]
            },
            recorded: {
                $0.environment = ["SAME": text("1"), "CHANGED": text("1"), "LEFT": text("1"), "DRIFTED": text("1")]
            }
        )
        let causes = Dictionary(uniqueKeysWithValues: zip(comparing.paths, comparing.causes))
        #expect(
            causes == [
                "environment.ADDED": .manifestChanged, "environment.CHANGED": .manifestChanged,
                "environment.DRIFTED": .drift, "environment.LEFT": .manifestChanged,
            ]
        )
    }

    @Test("a port that is published twice is one entry with both bindings")
    func ports() {
        func port(_ hostPort: String) -> PortBinding {
            PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: hostPort)
        }
        let comparing = Comparing(
            desired: { $0.ports = [port("1"), port("2")] },
            live: { $0.ports = [port("1")] },
            recorded: { $0.ports = [port("1")] }
        )
        #expect(comparing.paths == ["ports.80/tcp"])
        #expect(comparing.differences.first?.before == .set([.word("1:80/tcp")]))
        #expect(comparing.differences.first?.after == .set([.word("1:80/tcp"), .word("2:80/tcp")]))
    }

    @Test("a volume that moves to another path is two entries")
    func mounts() {
        let comparing = Comparing(
            desired: { $0.mounts = ["/b": MountSpec(.volume("v"))] },
            live: { $0.mounts = ["/a": MountSpec(.volume("v"))] },
            recorded: { $0.mounts = ["/a": MountSpec(.volume("v"))] }
        )
        #expect(comparing.paths == ["volumes./a", "volumes./b"])
        #expect(comparing.differences.map { $0.before == nil } == [false, true])
    }

    @Test("aliases are compared as a set, network by network")
    func aliases() {
        let comparing = Comparing(
            desired: { $0.endpoints = ["n": EndpointSpec(aliases: ["a", "b"]), "m": EndpointSpec()] },
            live: { $0.endpoints = ["n": EndpointSpec(aliases: ["b", "a"]), "m": EndpointSpec(aliases: ["c"])] }
        )
        #expect(comparing.paths == ["networks.m"])
    }

    @Test("the words of a command are one value: their order counts")
    func command() {
        let comparing = Comparing(
            desired: { $0.command = [text("a"), text("b")] },
            live: { $0.command = [text("b"), text("a")] }
        )
        #expect(comparing.paths == ["command"])
        #expect(comparing.differences.first?.path.entry == nil)
    }
}
