import DockerEngine
import ManifoldGraph
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Reading a container")
struct ContainerReaderTests {
    private static let web = ResourceAddress(.service, "web", replica: 1)

    @Test("identity, networks and volumes are what inspect says")
    func identity() throws {
        let anonymous = String(repeating: "a", count: 64)
        let live = try read(
            InspectSketch(
                mounts: #"""
                    [{"Type":"volume","Name":"data","Destination":"/d","RW":true},
                     {"Type":"volume","Name":"\#(anonymous)","Destination":"/a","RW":true},
                     {"Type":"bind","Source":"/h","Destination":"/b","RW":true}]
                    """#,
                networks: #"{"back":{"NetworkID":"n1"},"front":{"NetworkID":""}}"#
            )
        )
        #expect(live.id == "0123456789abcdef")
        #expect(live.name == "shop-web-1")
        #expect(live.address == Self.web)
        #expect(live.imageID == "sha256:1")
        #expect(live.networkIDs == ["back": "n1"])
        #expect(live.anonymousVolumes == ["/a": anonymous])
        #expect(live.volumeNames == ["data", anonymous])
        #expect(live.imageDefaults == nil)
    }

    @Test(
        "the state is the engine's one word for it; health counts only while it runs",
        arguments: [
            (#"{"Status":"created","StartedAt":"0001-01-01T00:00:00Z"}"#, ContainerState(.created, hasRun: false)),
            (
                #"{"Status":"running","Running":true,"StartedAt":"2026-01-01T00:00:00Z"}"#, ContainerState(.running)
            ),
            (
                #"{"Status":"running","StartedAt":"2026-01-01T00:00:00Z","Health":{"Status":"starting"}}"#,
                ContainerState(.running, health: .starting)
            ),
            (
                #"{"Status":"running","StartedAt":"2026-01-01T00:00:00Z","Health":{"Status":"none"}}"#,
                ContainerState(.running)
            ),
            (
                #"{"Status":"running","StartedAt":"2026-01-01T00:00:00Z","Health":{"Status":"unhealthy","FailingStreak":3}}"#,
                ContainerState(.running, health: .unhealthy)
            ),
            // After a pause, until the next check.
            (
                #"{"Status":"running","StartedAt":"2026-01-01T00:00:00Z","Health":{"Status":"unhealthy","FailingStreak":0}}"#,
                ContainerState(.running, health: .starting)
            ),
            (
                #"{"Status":"exited","ExitCode":137,"StartedAt":"2026-01-01T00:00:00Z","Health":{"Status":"unhealthy"}}"#,
                ContainerState(.exited, exitCode: 137)
            ),
            (
                #"{"Status":"restarting","Running":true,"Restarting":true,"ExitCode":1,"StartedAt":"2026-01-01T00:00:00Z"}"#,
                ContainerState(.restarting, exitCode: 1)
            ),
            (#"{"Status":"paused","Running":true,"StartedAt":"2026-01-01T00:00:00Z"}"#, ContainerState(.paused)),
            (#"{"Status":"removing","StartedAt":"2026-01-01T00:00:00Z"}"#, ContainerState(.removing)),
            (#"{"Status":"dead","StartedAt":"2026-01-01T00:00:00Z"}"#, ContainerState(.dead)),
            (
                #"{"Status":"created","ExitCode":127,"StartedAt":"0001-01-01T00:00:00Z"}"#,
                ContainerState(.created, exitCode: 127, hasRun: false)
            ),
        ] as [(String, ManifoldPlan.ContainerState)]
    )
    func state(json: String, state: ManifoldPlan.ContainerState) throws {
        #expect(try read(InspectSketch(state: json)).state == state)
    }

    @Test("the record is read from the label, under the right key only")
    func record() throws {
        let record = SpecRecord(["user": .word("u")])
        let label = record.label(keyID: "k").replacing("\"", with: "\\\"")
        let sketch = InspectSketch(config: #"{"Labels":{"io.manifold.spec":"\#(label)"}}"#)
        #expect(try read(sketch, keyID: "k").record == record)
        #expect(try read(sketch, keyID: "other").record == nil)
        #expect(try read(sketch, keyID: nil).record == nil)
        #expect(try read(InspectSketch(), keyID: "k").record == nil)
    }

    @Test(
        "what it depends on is read from Compose's label",
        arguments: [
            ("", []), ("db:service_healthy:false", ["db"]),
            ("db:service_healthy:false,cache:service_started:true", ["db", "cache"]), ("db", ["db"]),
        ] as [(String, Set<String>)]
    )
    func dependencies(label: String, services: Set<String>) throws {
        let sketch = InspectSketch(config: #"{"Labels":{"com.docker.compose.depends_on":"\#(label)"}}"#)
        #expect(try read(sketch).dependsOn == services)
    }

    @Test(
        "where the host does not account for swap, a swap limit is neither wanted nor missing",
        arguments: [true, false]
    )
    func swap(seesSwapLimits: Bool) throws {
        let sketch = InspectSketch(host: #"{"Memory":64,"MemorySwap":-1}"#)
        let live = try read(sketch, seesSwapLimits: seesSwapLimits)
        #expect(live.fields["memswap_limit"] == (seesSwapLimits ? .word("unlimited") : .bytes(128)))
    }

    @Test("the proper name among the aliases of a container, which Compose puts there, is none that anybody asked for")
    func properName() throws {
        var spec = ContainerSpec()
        spec.name = "shop-web-1"
        spec.endpoints = ["back": EndpointSpec(aliases: ["web"])]
        let networks = #"{"back":{"NetworkID":"n1","Aliases":["shop-web-1","web"]}}"#
        for name in ["shop-web-1", "somebody-elses"] {
            let sketch = InspectSketch(name: "/\(name)", networks: networks)
            let live = try read(sketch, desired: Resource(id: Self.web, spec: .container(spec)))
            #expect(live.fields["networks"] == FieldTable.container.fields(of: spec)["networks"])
        }
    }

    private func read(
        _ sketch: InspectSketch,
        desired: Resource? = nil,
        keyID: String? = nil,
        seesSwapLimits: Bool = true
    ) throws -> LiveContainer<FreeText> {
        let owner = Ownership.Owner(address: Self.web, maker: .manifold)
        let reader = ContainerReader(keyID: keyID, desired: desired, imageDefaults: nil, seesSwapLimits: seesSwapLimits)
        return reader.read(try sketch.container, as: owner)
    }
}
