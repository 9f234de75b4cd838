import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Records that did not fit into their label")
struct TruncatedRecordTests {
    @Test(
        "a container whose record was cut is as wanted all the same",
        arguments: ["environment", "labels", "volumes", "files"]
    )
    func unchanged(field: String) throws {
        var scene = Self.scene
        scene.drift("web") { $0.truncated = [FieldName(field)] }
        #expect(try scene.plan().isEmpty)
    }

    @Test("of a field that was cut nobody is blamed for a difference")
    func cause() {
        let comparing = Comparing(
            desired: { $0.environment = ["A": text("2")] },
            live: { $0.environment = ["A": text("1")] },
            recorded: { $0.environment = ["A": text("1")] },
            truncated: ["environment"]
        )
        #expect(comparing.causes == [.unknown])
    }

    @Test("entries that left the manifest are found all the same, since the image does not supply them")
    func left() {
        let comparing = Comparing(
            desired: { $0.environment = ["A": text("1")] },
            live: { $0.environment = ["A": text("1"), "B": text("1"), "PATH": text("/bin")] },
            recorded: { $0.environment = ["A": text("1"), "B": text("1")] },
            image: { $0.environment = ["PATH": text("/bin")] },
            truncated: ["environment"]
        )
        #expect(comparing.paths == ["environment.B"])
        #expect(comparing.differences.first?.after == nil)
    }

    @Test("a field that was not cut is explained as ever")
    func others() {
        let comparing = Comparing(
            desired: { $0.user = "2" },
            live: { $0.user = "1" },
            recorded: { $0.user = "1" },
            truncated: ["environment"]
        )
        #expect(comparing.causes == [.manifestChanged])
    }

    @Test("with ever more files, a plan after an apply stays empty", arguments: [1, 10, 20, 40, 100])
    func manyFiles(count: Int) throws {
        var scene = Scene()
        scene.service("web") { spec in
            for number in 0..<count { spec.files["/etc/app/part-\(number).conf"] = Self.file("part-\(number)") }
        }
        scene.apply()
        scene.recordAsLabels()
        #expect(try scene.plan().isEmpty)
    }

    @Test("files that have all left the manifest are found, also where nobody knows any more which they were")
    func allFilesLeft() throws {
        var scene = Self.scene
        scene.drift("web") { $0.truncated = ["files"] }
        scene.service("web") { $0.files = [:] }
        #expect(try scene.plan().actions("web") == [.replace])
    }

    @Test("a file that changed, came or left is found where the record of the files was cut")
    func filesChanged() throws {
        for change in [
            { $0["/etc/a"] = Self.file("other") }, { $0["/etc/b"] = Self.file("b") },
            { $0 = ["/etc/b": Self.file("b")] },
        ] as [(inout [String: FileSpec]) -> Void] {
            var scene = Self.scene
            scene.drift("web") { $0.truncated = ["files"] }
            scene.service("web") { change(&$0.files) }
            let plan = try scene.plan()
            #expect(plan.actions("web") == [.replace])
            #expect(plan.differences("web").allSatisfy { $0.cause == .unknown })
        }
    }

    @Test("a volume that the image asks for is none of ours, also where the record of the volumes was cut")
    func imageVolume() throws {
        var scene = Scene()
        var image = ImageSketch()
        image.defaults["volumes"] = .map(["/var/cache": .list([.word("anonymous volume")])])
        scene.images[Scene.image] = image
        scene.service("web") { $0.mounts = ["/data": MountSpec(.volume("shop_data"))] }
        scene.volume("data")
        scene.apply()
        scene.drift("web") { $0.anonymousVolumes = ["/var/cache": "0123"] }
        #expect(try scene.plan().isEmpty)
        scene.drift("web") { $0.truncated = ["volumes"] }
        #expect(try scene.plan().isEmpty)
    }

    @Test("nor are what the engine fills in, and what others share: no plan after an apply would ever be empty")
    func foreignEntries() throws {
        for (field, change) in [
            ("logging", { $0.runtime.logOptions["max-size"] = text("5m") }),
            ("ulimits", { $0.kernel.ulimits["nofile"] = .init(soft: 1, hard: 2) }),
            ("volumes", { $0.mounts["/shared"] = MountSpec(.volume("others")) }),
        ] as [(String, (inout ContainerSpec) -> Void)] {
            var scene = Scene()
            scene.service("web") {
                $0.runtime.logOptions = ["tag": text("web")]
                $0.kernel.ulimits = ["nproc": .init(soft: 1, hard: 1)]
                $0.mounts = ["/data": MountSpec(.anonymousVolume)]
            }
            scene.apply()
            scene.drift("web") {
                $0.truncated = [FieldName(field)]
                change(&$0.spec)
            }
            #expect(try scene.plan().isEmpty, "\(field)")
        }
    }

    @Test("a tmpfs over a volume of the image is no lack of that volume", arguments: [[], ["volumes"]])
    func coveredVolume(truncated: [String]) {
        let made: (inout ContainerSpec) -> Void = {
            $0.mounts = ["/data": MountSpec(.memory(options: [])), "/other": MountSpec(.anonymousVolume)]
        }
        let comparing = Comparing(
            desired: made,
            live: made,
            recorded: made,
            image: { $0.mounts = ["/data": MountSpec(.anonymousVolume)] },
            truncated: Set(truncated.map { FieldName($0) })
        )
        #expect(comparing.paths.isEmpty)
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.volume("data")
        scene.service("web") {
            $0.environment = ["A": text("1")]
            $0.labels = ["a": text("1")]
            $0.mounts = ["/data": MountSpec(.volume("shop_data"))]
            $0.files = ["/etc/a": file("a")]
        }
        scene.apply()
        return scene
    }

    private static func file(_ name: String) -> FileSpec {
        FileSpec(
            source: ResourceAddress(.config, name),
            content: FreeText(content: Array(name.utf8)),
            userID: 0,
            groupID: 0,
            mode: 0o444
        )
    }
}

extension Scene {
    /// Cuts the containers' records to what a label takes.
    fileprivate mutating func recordAsLabels() {
        for index in containers.indices {
            guard let recorded = containers[index].recorded else { continue }
            let record = SpecRecord(Self.sealer.seal(FieldTable.container.fields(of: recorded)))
            let label = record.label(keyID: Self.sealer.keyID)
            containers[index].truncated = SpecRecord(label: label, keyID: Self.sealer.keyID)?.truncated ?? []
        }
    }
}
