import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("What makes a new container necessary")
struct ReplacementTests {
    @Test("any field that is fixed at creation", arguments: FieldOwnershipTests.fixed.indices)
    func fixedFields(index: Int) throws {
        let (name, change) = FieldOwnershipTests.fixed[index]
        var scene = Self.scene
        scene.apiVersion = "1.45"
        scene.volume("v") { $0.name = "v" }
        scene.apply()
        scene.service("web", change)
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.differences("web").map(\.path.field.description) == [name])
    }

    @Test("the content of a file, or who may read it")
    func files() throws {
        var scene = Scene()
        scene.service("web") { $0.files = ["/f": file("f")] }
        scene.apply()
        #expect(try scene.plan().isEmpty)
        scene.service("web") { $0.files = ["/f": file("f", content: "other")] }
        var plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.differences("web").map(\.cause) == [.manifestChanged])
        scene.service("web") {
            $0.files["/f"] = FileSpec(
                source: ResourceAddress(.config, "f"),
                content: FreeText(content: Array("f".utf8)),
                userID: 0,
                groupID: 0,
                mode: 0o400
            )
        }
        plan = try scene.plan()
        #expect(plan.paths("web") == ["files./f"])
    }

    @Test("contents that nobody can verify, because the record cannot be read")
    func unverifiable() throws {
        var scene = Scene()
        scene.service("web") { $0.files = ["/f": file("f")] }
        scene.service("plain")
        scene.apply()
        for index in scene.containers.indices { scene.containers[index].recorded = nil }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.reasons("web") == [.contentsUnverifiable])
        #expect(plan.actions("plain").isEmpty, "there is nothing to verify")
    }

    @Test("a reference that means another image than the container was made from")
    func imageMoved() throws {
        var scene = Self.scene
        scene.images[Scene.image]?.id = "sha256:2"
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.reasons("web") == [.imageMoved(from: "sha256:1", to: "sha256:2")])
    }

    @Test(
        "an image that moved is told beside whatever else makes the change necessary, with a record or without",
        arguments: [true, false]
    )
    func imageMovedAndMore(hasRecord: Bool) throws {
        var scene = Self.scene
        scene.images[Scene.image]?.id = "sha256:2"
        scene.service("web") { $0.user = "other" }
        if !hasRecord { scene.drift("web") { $0.recorded = nil } }
        let plan = try scene.plan()
        #expect(plan.paths("web") == ["user"])
        #expect(plan.reasons("web").last == .imageMoved(from: "sha256:1", to: "sha256:2"))
    }

    @Test("an image that is not there is no image that moved")
    func imageAbsent() throws {
        var scene = Self.scene
        scene.images = [:]
        #expect(try scene.plan().isEmpty)
    }

    @Test("another reference is a change of the manifest, not an image that moved")
    func otherReference() throws {
        var scene = Self.scene
        scene.images["docker.io/library/app:2"] = ImageSketch(id: "sha256:2")
        scene.service("web") { $0.image = "docker.io/library/app:2" }
        let plan = try scene.plan()
        #expect(plan.paths("web") == ["image"])
        #expect(plan.reasons("web").count == 1)
    }

    @Test("somebody ran `docker compose up`")
    func compose() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.maker = .compose
            $0.recorded = nil
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.reasons("web") == [.recreatedByCompose])
    }

    @Test("a replacement leaves everything that it could mend in place to the new container")
    func noUpdates() throws {
        var scene = Self.scene
        scene.network("back")
        scene.service("web") {
            $0.user = "other"
            $0.limits.pids = 10
            $0.endpoints = ["shop_back": EndpointSpec()]
        }
        scene.drift("web") { $0.spec.name = "renamed" }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.paths("web") == ["container_name", "user", "networks.shop_back", "pids_limit"])
        let verbs = Set(plan.lines.compactMap { $0.split(separator: " ").first.map(String.init) })
        #expect(verbs.isDisjoint(with: ["update", "connect", "disconnect"]))
    }

    @Test(
        "volumes without a name are carried to the new container, where the manifest does not put something else there"
    )
    func carriedVolumes() throws {
        var scene = Scene()
        scene.service("web") {
            $0.mounts = [
                "/a": MountSpec(.anonymousVolume), "/b": MountSpec(.anonymousVolume),
                "/c": MountSpec(.anonymousVolume, isReadOnly: true), "/d": MountSpec(.anonymousVolume, skipsCopy: true),
            ]
        }
        scene.apply()
        scene.drift("web") { $0.anonymousVolumes["/image"] = "anonymous/image" }
        scene.service("web") {
            $0.mounts["/b"] = MountSpec(.tmpfs(size: nil, mode: nil))
            $0.user = "other"
        }
        let carried = try scene.plan().steps
            .compactMap { step in
                if case .createContainer(_, _, let carrying, _) = step.operation { carrying } else { nil }
            }
        #expect(
            carried == [
                [
                    "/a": "anonymous/a", "/c": "anonymous/c", "/d": "anonymous/d", "/image": "anonymous/image",
                ]
            ]
        )
    }

    @Test("a volume without a name that leaves the manifest leaves the container, as the plan says")
    func anonymousVolumeLeaves() throws {
        var scene = Scene()
        scene.service("web") { $0.mounts = ["/a": MountSpec(.anonymousVolume)] }
        scene.apply()
        scene.service("web") { $0.mounts = [:] }
        let plan = try scene.plan()
        #expect(plan.paths("web") == ["volumes./a"])
        #expect(plan.differences("web").first?.after == nil)
        let carried = plan.steps.compactMap { step in
            if case .createContainer(_, _, let carrying, _) = step.operation { carrying } else { nil }
        }
        #expect(carried == [[:]])
    }

    @Test(
        "users notice a replacement as much as the container serves them",
        arguments: [
            (ContainerState(.running), false, .restart), (ContainerState(.running), true, .downtime),
            (ContainerState(.exited), true, .none), (ContainerState(.created, hasRun: false), true, .none),
        ] as [(ContainerState, Bool, Disruption)]
    )
    func disruption(state: ContainerState, isPublished: Bool, disruption: Disruption) throws {
        var scene = Scene()
        scene.service("web") {
            if isPublished {
                $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "80")]
            }
        }
        scene.apply()
        scene.drift("web") { $0.state = state }
        scene.service("web") { $0.user = "other" }
        #expect(try scene.plan().change("web")?.disruption == disruption)
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.service("web")
        scene.apply()
        return scene
    }
}
