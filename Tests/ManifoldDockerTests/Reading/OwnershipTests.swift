import DockerEngine
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Whose an object is")
struct OwnershipTests {
    private static let ours = [
        "io.manifold.system": "shop", "io.manifold.address": "service.web[1]", "io.manifold.spec": "made from app:1",
    ]
    private static let composes = [
        "com.docker.compose.project": "shop", "com.docker.compose.service": "web",
        "com.docker.compose.container-number": "1", "com.docker.compose.oneoff": "False",
    ]

    @Test(
        "a container with our label is ours, under whichever name, with a record or without",
        arguments: [true, false]
    )
    func labelled(hasRecord: Bool) throws {
        for name in ["shop-web-1", "shop-web-1.incoming", "renamed"] {
            let owner = try owner(Self.ours, name: name, hasRecord: hasRecord)
            #expect(owner?.maker == .manifold)
            #expect(owner?.address == ResourceAddress(.service, "web", replica: 1))
        }
    }

    @Test(
        "a label of another system, or one that names no address, makes nothing ours",
        arguments: [
            ["io.manifold.system": "other", "io.manifold.address": "service.web[1]"],
            ["io.manifold.system": "shop"], ["io.manifold.system": "shop", "io.manifold.address": "nonsense"],
            ["io.manifold.system": "Shop", "io.manifold.address": "service.web[1]"], [:],
        ]
    )
    func notOurs(labels: [String: String]) throws {
        #expect(try owner(labels) == nil)
    }

    @Test("labels that the image supplies do not count: somebody committed our container and runs the image")
    func committedImage() throws {
        #expect(try owner(Self.ours, image: Self.ours) == nil)
    }

    @Test("our own container of such an image is ours all the same: the engine laid our labels over the image's")
    func ourContainerOfCommittedImage() throws {
        var image = Self.ours
        image["io.manifold.spec"] = "made from something else"
        #expect(try owner(Self.ours, image: image)?.maker == .manifold)
    }

    @Test("Compose's labels that the image supplies do not count either")
    func composeLabelsOfImage() throws {
        #expect(try owner(Self.composes, image: Self.composes) == nil)
    }

    @Test("what Compose made is ours where the system has a record, and only under the name that it would give")
    func compose() throws {
        #expect(try owner(Self.composes)?.maker == .compose)
        #expect(try owner(Self.composes)?.address == ResourceAddress(.service, "web", replica: 1))
        #expect(try owner(Self.composes, hasRecord: false) == nil)
        #expect(try owner(Self.composes, name: "another-name") == nil)
        #expect(try owner(Self.composes, name: "wanted", wanted: ["wanted"])?.maker == .compose)
        #expect(try owner(Self.composes, name: "shop-web-1.outgoing")?.maker == .compose)
    }

    @Test(
        "what Compose runs once, for another project, or without a number is not ours",
        arguments: [
            ("com.docker.compose.oneoff", "True"), ("com.docker.compose.project", "other"),
            ("com.docker.compose.container-number", "x"), ("com.docker.compose.service", nil),
        ] as [(String, String?)]
    )
    func otherCompose(label: String, value: String?) throws {
        var labels = Self.composes
        labels[label] = value
        #expect(try owner(labels) == nil)
    }

    @Test(
        "the list is asked more widely than the answer is taken: nothing that is ours is missed",
        arguments: [true, false]
    )
    func candidates(hasRecord: Bool) throws {
        let ownership = Ownership(system: "shop", hasRecord: hasRecord)
        #expect(ownership.mayOwn(try summary(Self.ours)))
        #expect(ownership.mayOwn(try summary(Self.composes)) == hasRecord)
        #expect(!ownership.mayOwn(try summary(["io.manifold.system": "other"])))
        #expect(!ownership.mayOwn(try summary([:])))
    }

    @Test("what was taken over is ours under whichever name, while somebody's copy of it is not")
    func adopted() throws {
        func owner(adopted: Set<String>) throws -> Ownership.Owner? {
            let sketch = InspectSketch(name: "/renamed", config: #"{"Labels":\#(json(Self.composes))}"#)
            return Ownership(system: "shop", hasRecord: true, adopted: adopted)
                .of(try sketch.container, image: nil, wanted: [String: Bool]())
        }
        let ours = try #require(try owner(adopted: [InspectSketch().id]))
        #expect(ours.maker == .compose)
        #expect(ours.address == ResourceAddress(.service, "web", replica: 1))
        #expect(try owner(adopted: ["another"]) == nil)
    }

    @Test("networks and volumes are ours by our label, or by Compose's where the system has a record")
    func others() {
        let key = "com.docker.compose.network"
        let with = Ownership(system: "shop", hasRecord: true)
        let without = Ownership(system: "shop", hasRecord: false)
        let ours = ["io.manifold.system": "shop", "io.manifold.address": "network.back"]
        #expect(with.address(.network, ours, compose: key) == ResourceAddress(.network, "back"))
        #expect(without.address(.network, ours, compose: key) == ResourceAddress(.network, "back"))
        let composes = ["com.docker.compose.project": "shop", key: "back"]
        #expect(with.address(.network, composes, compose: key) == ResourceAddress(.network, "back"))
        #expect(without.address(.network, composes, compose: key) == nil)
        #expect(with.address(.network, ["com.docker.compose.project": "other", key: "back"], compose: key) == nil)
        #expect(with.address(.network, ["io.manifold.system": "shop"], compose: key) == nil)
        #expect(with.address(.network, [:], compose: key) == nil)
    }

    @Test("what belongs to others is said in words")
    func words() {
        #expect(Ownership.describe(["io.manifold.system": "blog"])?.contains("`blog`") == true)
        #expect(Ownership.describe(["com.docker.compose.project": "blog"])?.contains("Compose project `blog`") == true)
        #expect(Ownership.describe(["a": "b"]) == nil)
    }

    private func owner(
        _ labels: [String: String],
        image: [String: String]? = nil,
        name: String = "shop-web-1",
        hasRecord: Bool = true,
        wanted: Set<String> = []
    ) throws -> Ownership.Owner? {
        let container = try InspectSketch(name: "/\(name)", config: #"{"Labels":\#(json(labels))}"#).container
        let image: ImageInspect? = try image.map { try decoded(#"{"Id":"i","Config":{"Labels":\#(json($0))}}"#) }
        let names = Dictionary(uniqueKeysWithValues: wanted.map { ($0, true) })
        return Ownership(system: "shop", hasRecord: hasRecord).of(container, image: image, wanted: names)
    }

    private func summary(_ labels: [String: String]) throws -> ContainerSummary {
        try decoded(#"{"Id":"c","Names":["/x"],"Labels":\#(json(labels))}"#)
    }

    private func json(_ labels: [String: String]) -> String {
        "{" + labels.map { #""\#($0)":"\#($1)""# }.joined(separator: ",") + "}"
    }
}
