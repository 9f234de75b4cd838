import ManifoldResources
import Testing

@Suite("Names in the engine")
struct EngineNamesTests {
    @Test("containers, networks and volumes are named as Compose names them")
    func composeNames() {
        #expect(EngineNames.container(system: "shop", service: "web", replica: 2) == "shop-web-2")
        #expect(EngineNames.network(system: "shop", network: "back") == "shop_back")
        #expect(EngineNames.volume(system: "shop", volume: "data") == "shop_data")
    }

    @Test("the names of a replacement differ from the proper one and from each other")
    func temporaryNames() {
        let name = "shop-web-1"
        #expect(Set([name, EngineNames.incoming(name), EngineNames.outgoing(name)]).count == 3)
        #expect(EngineNames.incoming(name).hasPrefix(name))
        #expect(EngineNames.outgoing(name).hasPrefix(name))
    }

    @Test("revisions are told apart by their number and are no volume that a manifest can name")
    func revisions() {
        #expect(EngineNames.revision(system: "shop", number: 12) == "shop_manifold.12")
        #expect(EngineNames.revision(system: "shop", number: 1) != EngineNames.revision(system: "shop", number: 2))
    }

    @Test(
        "manifold's and Compose's labels are book-keeping, all others are the manifest's",
        arguments: [
            (LabelNames.system, true), (LabelNames.spec, true), ("io.manifold.whatever", true),
            (LabelNames.composeProject, true), ("com.docker.compose.image", true), ("io.manifoldish", false),
            ("com.docker.composed", false), ("com.example.team", false), ("", false),
        ]
    )
    func reservedLabels(label: String, isReserved: Bool) {
        #expect(LabelNames.isReserved(label) == isReserved)
    }
}
