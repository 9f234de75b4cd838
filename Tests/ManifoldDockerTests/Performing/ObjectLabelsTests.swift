import ManifoldGraph
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Labels of what manifold makes")
struct ObjectLabelsTests {
    @Test("a container says whose it is, what it was made from, and what Compose's tools look for")
    func container() throws {
        let db = ResourceAddress(.service, "db", replica: 1)
        let graph = graph(
            needs: [
                db: Need(.healthy, restartsDependant: true),
                ResourceAddress(.service, "cache", replica: 2): Need(.started),
            ],
            and: [
                Resource(id: db, spec: .container(ContainerSpec())),
                Resource(id: ResourceAddress(.service, "cache", replica: 2), spec: .container(ContainerSpec())),
            ]
        )
        let sealer = Sealer(key: [1])
        let spec = try #require(graph[web]?.containerSpec)
        let labels = ObjectLabels(performer(graph, sealer: sealer)).container(web, spec)
        let record = SpecRecord(sealer.seal(FieldTable.container.fields(of: spec)))
        #expect(
            labels == [
                "io.manifold.system": "shop", "io.manifold.address": "service.web[1]", "io.manifold.schema": "1",
                "io.manifold.spec": record.label(keyID: sealer.keyID), "com.docker.compose.project": "shop",
                "com.docker.compose.service": "web", "com.docker.compose.container-number": "1",
                "com.docker.compose.oneoff": "False", "com.docker.compose.config-hash": "manifold",
                "com.docker.compose.depends_on": "cache:service_started:false,db:service_healthy:true",
                "com.docker.compose.project.working_dir": "/srv/shop",
                "com.docker.compose.project.config_files": "/srv/shop/compose.yaml,/srv/shop/b.yaml",
            ]
        )
    }

    @Test(
        "a need is spelt as Compose spells its condition",
        arguments: [
            (Need.Condition.existing, "service_started"), (.started, "service_started"), (.healthy, "service_healthy"),
            (.completed, "service_completed_successfully"),
        ]
    )
    func conditions(condition: Need.Condition, text: String) {
        let db = ResourceAddress(.service, "db", replica: 1)
        let graph = graph(needs: [db: Need(condition)], and: [Resource(id: db, spec: .container(ContainerSpec()))])
        let labels = ObjectLabels(performer(graph)).container(web, ContainerSpec())
        #expect(labels["com.docker.compose.depends_on"] == "db:\(text):false")
    }

    @Test("networks and volumes carry the manifest's name for them, for Compose")
    func others() {
        let labels = ObjectLabels(performer(graph()))
        let network = labels.network(ResourceAddress(.network, "back"), NetworkSpec(name: "shop_back"))
        #expect(network["com.docker.compose.network"] == "back")
        #expect(network["io.manifold.address"] == "network.back")
        let volume = labels.volume(ResourceAddress(.volume, "data"), VolumeSpec(name: "shop_data"))
        #expect(volume["com.docker.compose.volume"] == "data")
        #expect(volume["io.manifold.address"] == "volume.data")
        #expect(network["io.manifold.system"] == "shop" && volume["io.manifold.system"] == "shop")
    }

    @Test("every label is reserved, so that none of them is ever taken for the manifest's")
    func reserved() {
        let labels = ObjectLabels(performer(graph()))
        let all = [
            labels.container(web, ContainerSpec()), labels.fileVolume(web, directory: "/run"),
            labels.network(ResourceAddress(.network, "n"), NetworkSpec(name: "n")),
            labels.volume(ResourceAddress(.volume, "v"), VolumeSpec(name: "v")),
        ]
        #expect(all.flatMap(\.keys).allSatisfy { LabelNames.isReserved($0) })
    }

    @Test("a container reads its own labels back: owner, record and dependencies")
    func readBack() throws {
        let graph = graph { $0.user = "u" }
        let sealer = Sealer(key: [1])
        let spec = try #require(graph[web]?.containerSpec)
        let labels = ObjectLabels(performer(graph, sealer: sealer)).container(web, spec)
        #expect(
            SpecRecord(labels: labels, keyID: sealer.keyID)
                == SpecRecord(sealer.seal(FieldTable.container.fields(of: spec)))
        )
        #expect(labels["io.manifold.address"].flatMap { ResourceAddress($0) } == web)
    }
}

extension Resource {
    fileprivate var containerSpec: ContainerSpec? {
        if case .container(let spec) = spec { spec } else { nil }
    }
}
