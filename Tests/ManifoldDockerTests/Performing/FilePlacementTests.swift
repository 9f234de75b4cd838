@testable import ManifoldDocker
import ManifoldResources
import Testing

@Suite("Where configs and secrets are written")
struct FilePlacementTests {
    @Test("with a writable root everything is unpacked at the root, and needs no volume")
    func writableRoot() {
        let placement = placement(of: ["/etc/app/a.conf", "/b.conf", "/run/secrets/c"])
        #expect(placement.directoriesOnVolumes.isEmpty)
        #expect(archives(placement) == ["/": ["b.conf", "etc/app/a.conf", "run/secrets/c"]])
    }

    @Test("with a read-only root each directory gets a volume of its own")
    func readOnlyRoot() {
        let placement = placement(of: ["/etc/app/a", "/etc/app/b", "/run/secrets/c"]) { $0.isReadOnly = true }
        #expect(placement.directoriesOnVolumes == ["/etc/app", "/run/secrets"])
        #expect(archives(placement) == ["/etc/app": ["a", "b"], "/run/secrets": ["c"]])
    }

    @Test("below a tmpfs the directory gets a volume, or the file would vanish when the container starts")
    func tmpfs() {
        let placement = placement(of: ["/run/secrets/a"]) {
            $0.mounts = ["/run": MountSpec(.tmpfs(size: nil, mode: nil))]
        }
        #expect(placement.directoriesOnVolumes == ["/run/secrets"])
        #expect(archives(placement) == ["/run/secrets": ["a"]])
    }

    @Test("the innermost mount is the one that counts")
    func innermost() {
        let placement = placement(of: ["/run/secrets/a", "/run/other/b"]) {
            $0.mounts = [
                "/run": MountSpec(.tmpfs(size: nil, mode: nil)), "/run/secrets": MountSpec(.volume("v")),
            ]
        }
        #expect(placement.directoriesOnVolumes == ["/run/other"])
    }

    @Test("a mount whose name is only the beginning of the directory's does not cover it")
    func prefix() {
        let placement = placement(of: ["/data2/a"]) {
            $0.isReadOnly = true
            $0.mounts = ["/data": MountSpec(.volume("v"))]
        }
        #expect(placement.directoriesOnVolumes == ["/data2"])
    }

    @Test("what a writable volume covers needs none of its own")
    func coveredByVolume() {
        let placement = placement(of: ["/data/a", "/data/sub/b"]) { $0.mounts = ["/data": MountSpec(.volume("v"))] }
        #expect(placement.directoriesOnVolumes.isEmpty)
        #expect(archives(placement) == ["/": ["data/a", "data/sub/b"]])
    }

    @Test("under a read-only root, what a writable volume covers is unpacked inside the volume: the root takes nothing")
    func coveredUnderReadOnlyRoot() {
        let placement = placement(of: ["/data/a", "/data/sub/b"]) {
            $0.isReadOnly = true
            $0.mounts = ["/data": MountSpec(.volume("v"))]
        }
        #expect(placement.directoriesOnVolumes.isEmpty)
        #expect(archives(placement).keys.allSatisfy { $0.hasPrefix("/data") }, "\(archives(placement))")
    }

    @Test("a file keeps its content, owner and mode, whatever it is unpacked into")
    func attributes() {
        let placement = placement(of: ["/run/secrets/a"]) { $0.isReadOnly = true }
        let file = placement.archives.first?.files.first?.file
        #expect(file == Self.file)
    }

    @Test("no file is left out, and none is written twice", arguments: [false, true])
    func completeness(isReadOnly: Bool) {
        let targets = ["/a", "/b/c", "/b/d/e", "/run/f", "/run/g/h", "/v/i"]
        let placement = placement(of: targets) {
            $0.isReadOnly = isReadOnly
            $0.mounts = ["/run": MountSpec(.tmpfs(size: nil, mode: nil)), "/v": MountSpec(.volume("v"))]
        }
        let written = placement.archives.flatMap { archive in
            archive.files.map { (archive.directory == "/" ? "" : archive.directory) + "/" + $0.path }
        }
        #expect(written.sorted() == targets)
    }

    private static let file = FileSpec(
        source: ResourceAddress(.secret, "s"),
        content: FreeText(content: [1]),
        userID: 7,
        groupID: 8,
        mode: 0o400
    )

    private func placement(
        of targets: [String],
        _ change: (inout ContainerSpec) -> Void = { _ in }
    ) -> FilePlacement {
        var spec = ContainerSpec()
        for target in targets { spec.files[target] = Self.file }
        change(&spec)
        return FilePlacement(spec)
    }

    /// Paths of the files by the directory in which they are unpacked.
    private func archives(_ placement: FilePlacement) -> [String: [String]] {
        Dictionary(uniqueKeysWithValues: placement.archives.map { ($0.directory, $0.files.map(\.path)) })
    }
}
