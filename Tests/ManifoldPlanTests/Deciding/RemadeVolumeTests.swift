import ManifoldPlan
import ManifoldResources
import Testing

/// Somebody removed a volume of ours and made one of the same name: what was in the first is gone.
@Suite("Volumes remade by hand")
struct RemadeVolumeTests {
    private static let address = ResourceAddress(.volume, "data")

    @Test(
        "another time of creation than the record's is another volume, whose labels it may carry",
        arguments: [true, false]
    )
    func remade(isLabelled: Bool) throws {
        let scene = Self.scene(known: 100, created: 200, isLabelled: isLabelled)
        let plan = try scene.plan()
        #expect(plan.isEmpty)
        #expect(plan.notes == [.volumeRemade(Self.address, name: "shop_data", created: 200)])
        #expect(scene.hasUnknownVolumes)
    }

    @Test("the one that the record knows is the one, and as long as it is not labelled it is said that it is used")
    func known() throws {
        var scene = Self.scene(known: 100, created: 100, isLabelled: false)
        #expect(try scene.plan().notes == [.volumeAdopted(Self.address, name: "shop_data")])
        #expect(!scene.hasUnknownVolumes)
        scene = Self.scene(known: 100, created: 100, isLabelled: true)
        #expect(try scene.plan().notes.isEmpty)
        #expect(!scene.hasUnknownVolumes)
    }

    @Test(
        "one that the record does not know yet is to be remembered where it is not labelled",
        arguments: [true, false]
    )
    func unknown(isLabelled: Bool) throws {
        let scene = Self.scene(known: nil, created: 200, isLabelled: isLabelled)
        #expect(try scene.plan().notes == (isLabelled ? [] : [.volumeAdopted(Self.address, name: "shop_data")]))
        #expect(scene.hasUnknownVolumes == !isLabelled)
    }

    @Test("where the engine cannot tell the times nobody can tell the volumes apart")
    func noTimes() throws {
        let scene = Self.scene(known: 100, created: nil, isLabelled: false)
        #expect(try scene.plan().notes == [.volumeAdopted(Self.address, name: "shop_data")])
        #expect(!scene.hasUnknownVolumes)
    }

    @Test("what was no part of the last apply was nobody's to lose")
    func notMember() throws {
        var scene = Self.scene(known: 100, created: 200, isLabelled: true)
        scene.revision?.members = []
        #expect(try scene.plan().notes.isEmpty)
    }

    private static func scene(known: Int64?, created: Int64?, isLabelled: Bool) -> Scene {
        var scene = Scene()
        scene.volume("data")
        scene.service("web") { $0.mounts = ["/data": MountSpec(.volume("shop_data"))] }
        scene.apply()
        scene.revision?.volumes = known.map { [address: $0] } ?? [:]
        scene.volumes[0].created = created
        scene.volumes[0].isLabelled = isLabelled
        if !isLabelled { scene.volumes[0].recorded = nil }
        return scene
    }
}

extension Scene {
    fileprivate var hasUnknownVolumes: Bool {
        let desired = desired
        return Self.sealer.seal(facts, for: desired).hasUnknownVolumes(desired)
    }
}
