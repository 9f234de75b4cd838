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

    @Test(
        "a tmpfs of the short form is read from its options",
        arguments: [
            ("", nil, nil), ("size=65536k", 64 << 20, nil), ("size=64m,mode=1777", 64 << 20, 0o1777),
            ("rw,noexec,size=1g", 1 << 30, nil), ("mode=700", nil, 0o700), ("size=4096", 4096, nil),
            ("size=64M", 64 << 20, nil), ("size=50%", nil, nil),
        ] as [(String, Int64?, Int64?)]
    )
    func tmpfsMap(options: String, size: Int64?, mode: Int64?) throws {
        let sketch = InspectSketch(host: #"{"Tmpfs":{"/t":"\#(options)"}}"#)
        #expect(try sketch.spec().mounts == ["/t": MountSpec(.tmpfs(size: size, mode: mode))])
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
