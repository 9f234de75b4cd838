@testable import ManifoldDocker
import ManifoldResources
import Testing

@Suite("File systems of a container")
struct MountReaderTests {
    private static let anonymous = String(repeating: "0123456789abcdef", count: 4)

    @Test(
        "the resolved view tells what is mounted",
        arguments: [
            (#"{"Type":"volume","Name":"v","RW":true,"Mode":"z"}"#, MountSpec(.volume("v"))),
            (#"{"Type":"volume","Name":"v","RW":false,"Mode":"ro"}"#, MountSpec(.volume("v"), isReadOnly: true)),
            (
                #"{"Type":"volume","Name":"v","RW":false,"Mode":"ro,nocopy"}"#,
                MountSpec(.volume("v"), isReadOnly: true, skipsCopy: true)
            ),
            (#"{"Type":"volume","Name":"\#(anonymous)","RW":true,"Mode":""}"#, MountSpec(.anonymousVolume)),
            (
                #"{"Type":"bind","Source":"/h","RW":true,"Mode":"","Propagation":"rprivate"}"#,
                MountSpec(.bind(path: "/h", createsHostPath: false))
            ),
            (
                #"{"Type":"bind","Source":"/h","RW":false,"Mode":"ro,rslave","Propagation":"rslave"}"#,
                MountSpec(.bind(path: "/h", createsHostPath: false), isReadOnly: true, propagation: "rslave")
            ),
        ]
    )
    func resolved(point: String, mount: MountSpec) throws {
        let point = #"{"Destination":"/a",\#(point.dropFirst())"#
        #expect(try InspectSketch(mounts: "[\(point)]").spec().mounts == ["/a": mount])
    }

    @Test("what the resolved view leaves out is read from what was sent: size, mode and `nocopy`")
    func sent() throws {
        let sketch = InspectSketch(
            host: #"""
                {"Mounts":[
                    {"Type":"tmpfs","Target":"/t","TmpfsOptions":{"SizeBytes":4096,"Mode":448}},
                    {"Type":"tmpfs","Target":"/ro","ReadOnly":true},
                    {"Type":"volume","Source":"v","Target":"/v","VolumeOptions":{"NoCopy":true}}]}
                """#,
            mounts: #"""
                [{"Type":"tmpfs","Destination":"/t","RW":true},{"Type":"tmpfs","Destination":"/ro","RW":true},
                 {"Type":"volume","Name":"v","Destination":"/v","RW":true,"Mode":"z"}]
                """#
        )
        #expect(
            try sketch.spec().mounts == [
                "/t": MountSpec(.tmpfs(size: 4096, mode: 0o700)),
                "/ro": MountSpec(.tmpfs(size: nil, mode: nil), isReadOnly: true),
                "/v": MountSpec(.volume("v"), skipsCopy: true),
            ]
        )
    }

    @Test("what was sent is found again however its path is spelt: the resolved view has it clean")
    func spellingOfPaths() throws {
        let sketch = InspectSketch(
            host: #"{"Mounts":[{"Type":"tmpfs","Target":"/a/../t/","TmpfsOptions":{"SizeBytes":4096}}]}"#,
            mounts: #"[{"Type":"tmpfs","Destination":"/t","RW":true}]"#
        )
        #expect(try sketch.spec().mounts == ["/t": MountSpec(.tmpfs(size: 4096, mode: nil))])
    }

    @Test(
        "a tmpfs of the short form has its options as they are written",
        arguments: [("", []), ("size=65536k", ["size=65536k"]), ("rw,noexec,size=1g", ["rw", "noexec", "size=1g"])]
            as [(String, [String])]
    )
    func tmpfsMap(options: String, words: [String]) throws {
        let sketch = InspectSketch(host: #"{"Tmpfs":{"/t":"\#(options)"}}"#)
        #expect(try sketch.spec().mounts == ["/t": MountSpec(.memory(options: words))])
    }

    @Test(
        "how a bind treats what is mounted below it, and which directory of a volume is mounted, are in the call only"
    )
    func optionsOfTheCall() throws {
        let sketch = InspectSketch(
            host: #"""
                {"Mounts":[
                {"Type":"bind","Source":"/h","Target":"/a","BindOptions":{"NonRecursive":true}},
                {"Type":"bind","Source":"/h","Target":"/b","BindOptions":{"ReadOnlyNonRecursive":true}},
                {"Type":"bind","Source":"/h","Target":"/c","BindOptions":{"ReadOnlyForceRecursive":true}},
                {"Type":"volume","Source":"v","Target":"/d","VolumeOptions":{"Subpath":"sub"}}]}
                """#,
            mounts: #"""
                [{"Type":"bind","Source":"/h","Destination":"/a","RW":true},
                {"Type":"bind","Source":"/h","Destination":"/b","RW":true},
                {"Type":"bind","Source":"/h","Destination":"/c","RW":true},
                {"Type":"volume","Name":"v","Destination":"/d","RW":true}]
                """#
        )
        let mounts = try sketch.spec().mounts
        #expect(["/a", "/b", "/c"].map { mounts[$0]?.recursion } == [.disabled, .writable, .readonly])
        #expect(mounts["/d"] == MountSpec(.volume("v"), subpath: "sub"))
    }

    @Test("the order in which the engine tells does not count")
    func order() throws {
        let points = [
            #"{"Type":"bind","Source":"/h","Destination":"/a"}"#, #"{"Type":"bind","Source":"/i","Destination":"/b"}"#,
        ]
        let forward = try InspectSketch(mounts: "[\(points.joined(separator: ","))]").spec().mounts
        let backward = try InspectSketch(mounts: "[\(points.reversed().joined(separator: ","))]").spec().mounts
        #expect(forward == backward)
        #expect(forward.count == 2)
    }

    @Test("volumes that only hold configs and secrets are how files get there, and no mount of the manifest's")
    func fileVolumes() throws {
        let sketch = InspectSketch(
            mounts: #"[{"Type":"volume","Name":"shop_manifold.files.abc","Destination":"/run/secrets","RW":true}]"#
        )
        #expect(try sketch.spec().mounts.isEmpty)
    }

    @Test(
        "a volume without a name of its own has sixty-four hexadecimal digits for a name",
        arguments: [
            (anonymous, true), (String(anonymous.dropLast()), false), (anonymous + "0", false),
            (anonymous.uppercased(), false), ("data", false),
        ]
    )
    func anonymousVolumes(name: String, isAnonymous: Bool) throws {
        let mounts = #"[{"Type":"volume","Name":"\#(name)","Destination":"/a","RW":true}]"#
        let container = try InspectSketch(mounts: mounts).container
        #expect(container.anonymousVolumes == (isAnonymous ? ["/a": name] : [:]))
    }
}
