import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

/// A path of the host that a container mounts, and that the engine's host does not have.
@Suite("Missing host paths")
struct MissingHostPathTests {
    private static let missing = MountSpec(.bind(path: "/srv/conf", createsHostPath: false))

    @Test("a new container cannot be made without it, and one error stands for all instances", arguments: [1, 3])
    func new(count: Int) {
        var scene = Scene()
        for replica in 1...count { scene.service("web", replica: replica) { $0.mounts = ["/conf": Self.missing] } }
        scene.missingHostPaths = ["/srv/conf"]
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.bind-source-missing"])
        #expect(found.first?.message == "service.web mounts `/srv/conf`, which the engine's host does not have")
        #expect(found.first?.help?.contains("create_host_path: true") == true)
    }

    @Test("a container that is only started or restarted needs it too")
    func started() {
        var scene = Self.applied
        scene.drift("web") { $0.state = ContainerState(.exited, exitCode: 1) }
        #expect(scene.obstacles().map(\.code.description) == ["plan.bind-source-missing"])
    }

    @Test("a container that goes on has it, wherever it is by now")
    func unchanged() throws {
        #expect(try Self.applied.plan().isEmpty)
        var scene = Self.applied
        scene.service("web") { $0.limits.pids = 7 }
        #expect(try scene.plan().actions("web") == [.update])
    }

    @Test("what the engine makes is not missed, nor is what nobody can tell of")
    func made() throws {
        var scene = Scene()
        scene.service("web") { $0.mounts = ["/conf": MountSpec(.bind(path: "/srv/conf", createsHostPath: true))] }
        scene.service("other") { $0.mounts = ["/conf": MountSpec(.bind(path: "/srv/other", createsHostPath: false))] }
        scene.missingHostPaths = ["/srv/conf"]
        #expect(try scene.plan().actions("web") == [.create])
    }

    @Test(
        "what another new container lets the engine make may be there by the time",
        arguments: [("/srv/conf", true), ("/srv/conf/below", true), ("/srv", false), ("/srv/config", false)]
    )
    func madeForAnother(path: String, isMade: Bool) {
        var scene = Scene()
        scene.service("web") { $0.mounts = ["/conf": Self.missing] }
        scene.service("maker") { $0.mounts = ["/x": MountSpec(.bind(path: path, createsHostPath: true))] }
        scene.missingHostPaths = ["/srv/conf"]
        #expect(scene.obstacles().isEmpty == isMade)
    }

    @Test(
        "a container that runs before can make it for one that is only started, and not for a new one",
        arguments: [true, false]
    )
    func writtenByAnother(isNew: Bool) {
        var scene = isNew ? Scene() : Self.applied
        scene.missingHostPaths = ["/srv/conf"]
        scene.service("web") { $0.mounts = ["/conf": Self.missing] }
        scene.service("init") { $0.mounts = ["/all": MountSpec(.bind(path: "/srv", createsHostPath: false))] }
        if !isNew { scene.drift("web") { $0.state = ContainerState(.exited, exitCode: 1) } }
        #expect(scene.obstacles().isEmpty == !isNew)
    }

    private static var applied: Scene {
        var scene = Scene()
        scene.service("web") { $0.mounts = ["/conf": missing] }
        scene.apply()
        scene.missingHostPaths = ["/srv/conf"]
        return scene
    }
}
