import ManifoldExecution
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("Networks and volumes of the simulated engine")
struct SimulatedNetworkTests {
    private let net = ResourceAddress(.network, "net")

    private func engineOnNetwork() throws -> (SimulatedEngine, network: String, web: Step.Target) {
        let engine = engine(web: { $0.endpoints = ["net": EndpointSpec(aliases: ["web", "www"])] })
        let network = try engine.perform(.createNetwork(net, name: "net"))
        return (engine, network, try engine.create("web"))
    }

    @Test("a network with a running container cannot be removed, one with a stopped container can")
    func removal() throws {
        let (engine, network, web) = try engineOnNetwork()
        try engine.perform(.start(web))
        #expect(throws: OperationFailure.self) { try engine.perform(.removeNetwork(id: network, name: "net")) }
        try engine.perform(.stop(web))
        try engine.perform(.removeNetwork(id: network, name: "net"))
        #expect(engine.facts().networks.isEmpty)
    }

    @Test("a container that ran does not start on a network made anew, one that never ran does")
    func madeAnew() throws {
        for hasRun in [true, false] {
            let (engine, network, web) = try engineOnNetwork()
            if hasRun {
                try engine.perform(.start(web))
                try engine.perform(.stop(web))
            }
            try engine.perform(.removeNetwork(id: network, name: "net"))
            #expect(throws: OperationFailure.self) { try engine.perform(.start(web)) }
            let anew = try engine.perform(.createNetwork(net, name: "net"))
            if hasRun {
                #expect(try engine.live("web")?.networkIDs == ["net": network])
                #expect(throws: OperationFailure.self) { try engine.perform(.start(web)) }
                try engine.perform(.disconnect(web, network: "net"))
                try engine.perform(.connect(address("web"), web, network: "net"))
            }
            try engine.perform(.start(web))
            #expect(try engine.live("web")?.networkIDs == ["net": anew])
        }
    }

    @Test("an endpoint is made with the aliases of the spec, once")
    func endpoints() throws {
        let (engine, _, web) = try engineOnNetwork()
        #expect(throws: OperationFailure.self) { try engine.perform(.connect(address("web"), web, network: "net")) }
        try engine.perform(.disconnect(web, network: "net"))
        #expect(throws: OperationFailure.self) { try engine.perform(.disconnect(web, network: "net")) }
        #expect(throws: OperationFailure.self) { try engine.perform(.connect(address("web"), web, network: "none")) }
        try engine.perform(.connect(address("web"), web, network: "net"))
        #expect(try engine.live("web")?.fields["networks"] == .map(["net": .set([.word("web"), .word("www")])]))
    }

    @Test("a volume that a container has, running or not, cannot be removed")
    func volumes() throws {
        let engine = engine(web: { $0.mounts = ["/data": MountSpec(.volume("data"))] })
        try engine.perform(.createVolume(ResourceAddress(.volume, "data"), name: "data"))
        let web = try engine.create("web")
        #expect(throws: OperationFailure.self) { try engine.perform(.removeVolume(name: "data")) }
        try engine.perform(.remove(web))
        #expect(engine.facts().volumes.map(\.name) == ["data"])
        try engine.perform(.removeVolume(name: "data"))
        #expect(engine.facts().volumes.isEmpty)
    }

    @Test("creating a volume that exists leaves it as it is")
    func existingVolume() throws {
        let engine = engine()
        try engine.createForeignVolume("data")
        try engine.perform(.createVolume(ResourceAddress(.volume, "data"), name: "data"))
        #expect(engine.facts().volumes.map(\.isLabelled) == [false])
    }

    @Test("what others hold under a wanted name is told, and everything else of theirs is not")
    func foreign() throws {
        let engine = engine()
        try engine.createForeignNetwork("net")
        try engine.createForeignNetwork("elsewhere")
        try engine.runForeign("web", container(named: "web"))
        try engine.runForeign("stranger", container(named: "stranger"))
        #expect(Set(engine.facts().foreign.map(\.name)) == ["net", "web"])
        #expect(engine.facts().containers.isEmpty)
        #expect(engine.facts().networks.isEmpty)
    }
}
