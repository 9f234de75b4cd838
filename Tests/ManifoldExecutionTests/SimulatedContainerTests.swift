import ManifoldExecution
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("Containers of the simulated engine")
struct SimulatedContainerTests {
    @Test("a container is created on its first network, and started on all that it was connected to")
    func lifeCycle() throws {
        let engine = engine(web: { $0.endpoints = ["net": EndpointSpec(aliases: ["web"])] })
        let network = try engine.perform(.createNetwork(ResourceAddress(.network, "net"), name: "net"))
        let web = try engine.create("web")
        let id = try #require(try engine.live("web")).id
        #expect(try engine.live("web")?.state == ContainerState(.created, hasRun: false))
        #expect(try engine.live("web")?.networkIDs == [:])
        try engine.perform(.start(web))
        #expect(try engine.live("web")?.state == ContainerState(.running))
        #expect(try engine.live("web")?.networkIDs == ["net": network])
        #expect(engine.facts().networks.first?.attached == [id])
        try engine.perform(.start(web))
        try engine.perform(.stop(web))
        try engine.perform(.stop(web))
        #expect(try engine.live("web")?.state == ContainerState(.exited))
        try engine.perform(.remove(web))
        #expect(engine.facts().containers.isEmpty)
        #expect(engine.journal.suffix(2) == ["stop web", "remove web"])
    }

    @Test("a container cannot be created without its image, its volumes and its first network")
    func missing() throws {
        for engine in [
            engine(web: { $0.image = "other" }),
            engine(web: { $0.mounts = ["/data": MountSpec(.volume("data"))] }),
            engine(web: { $0.endpoints = ["net": EndpointSpec()] }),
        ] {
            #expect(throws: OperationFailure.self) { try engine.create("web") }
            #expect(engine.journal.isEmpty)
        }
    }

    @Test("two containers cannot have one name, neither by creation nor by renaming")
    func names() throws {
        let engine = engine()
        let web = try engine.create("web")
        #expect(throws: OperationFailure.self) { try engine.create("web") }
        let db = try engine.create("db")
        #expect(throws: OperationFailure.self) { try engine.perform(.rename(db, to: "web")) }
        #expect(throws: OperationFailure.self) { try engine.perform(.rename(db, to: "db")) }
        try engine.perform(.rename(web, to: "old"))
        try engine.perform(.rename(db, to: "web"))
        #expect(engine.facts().containers.map(\.name) == ["old", "web"])
    }

    @Test("a paused container cannot be started, only unpaused")
    func paused() throws {
        let engine = engine()
        let web = try engine.create("web")
        try engine.perform(.start(web))
        try engine.pause("web")
        #expect(throws: OperationFailure.self) { try engine.perform(.start(web)) }
        try engine.perform(.unpause(web))
        #expect(try engine.live("web")?.state.status == .running)
    }

    @Test(
        "two running containers cannot publish the same port",
        arguments: [("", ""), ("127.0.0.1", ""), ("0.0.0.0", "127.0.0.1"), ("127.0.0.1", "127.0.0.1")]
    )
    func ports(first: String, second: String) throws {
        let engine = engine(
            web: { $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: first, hostPort: "8080")] },
            db: { $0.ports = [PortBinding(target: 90, transport: .tcp, hostAddress: second, hostPort: "8080")] }
        )
        let web = try engine.create("web")
        let db = try engine.create("db")
        try engine.perform(.start(web))
        #expect(throws: OperationFailure.self) { try engine.perform(.start(db)) }
        try engine.perform(.stop(web))
        try engine.perform(.start(db))
    }

    @Test("what the image supplies is reported together with what the container was made from")
    func imageDefaults() throws {
        let engine = engine(web: { $0.environment = ["A": FreeText("1", isShowable: true)] })
        _ = try engine.create("web")
        let live = try #require(try engine.live("web"))
        let path = FreeText("/usr/bin:/bin", isShowable: false)
        let own = FreeText("1", isShowable: true)
        #expect(live.fields["environment"] == .map(["A": .text(own), "PATH": .text(path)]))
        #expect(live.imageDefaults?["environment"] == .map(["PATH": .text(path)]))
        #expect(live.fields["container_name"] == .word("web"))
        #expect(live.record?.fields["environment"] == .map(["A": .text(SealedText(digest: "1", shown: nil))]))
    }

    @Test("an image's anonymous volume is carried to the successor by name")
    func anonymousVolumes() throws {
        let engine = engine(web: { $0.mounts = ["/data": MountSpec(.anonymousVolume)] })
        let web = try engine.create("web")
        let volumes = try #require(try engine.live("web")).anonymousVolumes
        #expect(volumes.keys.sorted() == ["/data"])
        try engine.perform(.remove(web))
        _ = try engine.perform(.createContainer(address("web"), name: "web", carrying: volumes))
        #expect(try engine.live("web")?.anonymousVolumes == volumes)
    }

    @Test("a process that ends by itself is not ready, and a job with a bad end has failed")
    func exits() throws {
        let engine = engine(db: { $0.restart = .always })
        try engine.script { $0.exits = ["web": 3, "db": 1] }
        let web = try engine.create("web")
        try engine.perform(.start(web))
        #expect(try engine.live("web")?.state == ContainerState(.exited, exitCode: 3))
        #expect(throws: OperationFailure.self) { try engine.perform(.awaitCompleted(web)) }
        #expect(throws: OperationFailure.self) { try engine.perform(.awaitReady(web)) }
        let db = try engine.create("db")
        try engine.perform(.start(db))
        #expect(try engine.live("db")?.state.status == .restarting)
        #expect(throws: OperationFailure.self) { try engine.perform(.awaitReady(db)) }
    }

    @Test("a job that is waited for comes to its good end")
    func job() throws {
        let engine = engine()
        engine.beginApply()
        let web = try engine.create("web")
        #expect(throws: OperationFailure.self) { try engine.perform(.awaitCompleted(web)) }
        try engine.perform(.start(web))
        try engine.perform(.awaitCompleted(web))
        #expect(try engine.live("web")?.state == ContainerState(.exited))
        let id = try #require(try engine.live("web")).id
        #expect(engine.facts().revision?.completed == [id])
    }

    @Test("a container is ready when its check finds it healthy")
    func health() throws {
        let engine = engine(web: { $0.healthCheck.test = [FreeText("CMD", isShowable: true)] })
        let web = try engine.create("web")
        try engine.script { $0.health = ["web": .unhealthy] }
        try engine.perform(.start(web))
        #expect(try engine.live("web")?.state.health == .unhealthy)
        #expect(throws: OperationFailure.self) { try engine.perform(.awaitReady(web)) }
        try engine.script { $0.health = [:] }
        try engine.perform(.awaitReady(web))
    }
}
