import DockerEngine
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Reading networks and volumes")
struct OtherObjectTests {
    @Test(
        "a network's settings, with the engine's defaults as none",
        arguments: [
            (#"{"Driver":"bridge","Options":{},"Labels":{}}"#, [:]), (#"{"Driver":"bridge","Options":null}"#, [:]),
            (#"{"Driver":"macvlan"}"#, ["driver": .word("macvlan")]),
            (#"{"Internal":true}"#, ["internal": .flag(true)]),
            (#"{"Options":{"mtu":"1400"}}"#, ["driver_opts": .map(["mtu": .text(text("1400"))])]),
            (#"{"Labels":{"a":"b","io.manifold.system":"x"}}"#, ["labels": .map(["a": .text(text("b"))])]),
            (#"{"Labels":null,"Options":null,"IPAM":null,"ConfigFrom":{"Network":""},"Scope":"local"}"#, [:]),
            (#"{"EnableIPv6":false,"Attachable":false,"Ingress":false,"ConfigOnly":false}"#, [:]),
            (#"{"IPAM":{"Driver":"default","Options":null,"Config":[]}}"#, [:]),
            (#"{"IPAM":{"Driver":"","Options":{},"Config":null}}"#, [:]),
        ] as [(String, OpenFields)]
    )
    func network(json: String, fields: OpenFields) throws {
        let network: NetworkInspect = try decoded(#"{"Id":"n1","Name":"shop_back",\#(json.dropFirst())"#)
        let live = LiveNetwork(network, address: ResourceAddress(.network, "back"), keyID: nil)
        #expect(live.fields == fields)
        #expect(live.id == "n1")
        #expect(live.name == "shop_back")
    }

    @Test(
        "addresses are told by family and in one spelling, in whatever order the engine mixes them",
        arguments: [
            #"[{"Subnet":"10.5.0.0/16","Gateway":"10.5.0.1"},{"Subnet":"fd00:dead:1::/64"}]"#,
            #"[{"Subnet":"FD00:DEAD:0001:0000::/64"},{"Subnet":"10.5.0.0/16","Gateway":"10.5.0.1"}]"#,
        ]
    )
    func addresses(pools: String) throws {
        let network: NetworkInspect = try decoded(#"{"Id":"n1","Name":"n","IPAM":{"Config":\#(pools)}}"#)
        #expect(
            LiveNetwork(network, address: nil, keyID: nil).fields == [
                "ipam": .map([
                    "ipv4.subnet": .word("10.5.0.0/16"), "ipv4.gateway": .word("10.5.0.1"),
                    "ipv6.subnet": .word("fd00:dead:1::/64"),
                ])
            ]
        )
    }

    @Test("who is attached is told by id, and who has which address")
    func attached() throws {
        let containers = #"{"c1":{"Name":"a","IPv4Address":"10.1.0.2/16","IPv6Address":"2001:db8::2/64"},"c2":{}}"#
        let network: NetworkInspect = try decoded(#"{"Id":"n1","Name":"n","Containers":\#(containers)}"#)
        let live = LiveNetwork(network, address: nil, keyID: nil)
        #expect(live.attached == ["c1", "c2"])
        #expect(live.holders == ["10.1.0.2": "c1", "2001:db8::2": "c1"])
    }

    @Test(
        "when a volume was made is told by engines of which it can be believed, and by their own driver",
        arguments: [
            ("26.1.5+dfsg1", "local", "2026-11-30T10:07:26Z", 1_796_033_246),
            ("23.0.0", "local", "2026-11-30T11:07:26+01:00", 1_796_033_246),
            ("20.10.24+dfsg1", "local", "2026-11-30T10:07:26Z", nil), ("26.1.5", "nfs", "2026-11-30T10:07:26Z", nil),
            ("26.1.5", "local", "0001-01-01T00:00:00Z", nil), ("26.1.5", "local", "", nil),
            ("of unknown version", "local", "2026-11-30T10:07:26Z", nil),
        ] as [(String, String, String, Int64?)]
    )
    func creationTime(version: String, driver: String, text: String, seconds: Int64?) throws {
        let volume: Volume = try decoded(
            #"{"Name":"n","Mountpoint":"/m","Driver":"\#(driver)","CreatedAt":"\#(text)"}"#
        )
        #expect(EngineFacts(apiVersion: "1.41", version: version).creationTime(of: volume) == seconds)
    }

    @Test(
        "a volume's settings, with the engine's defaults as none",
        arguments: [
            (#"{"Driver":"local","Options":null,"Labels":null}"#, [:]),
            (#"{"Driver":"local","Options":{},"Labels":{}}"#, [:]), (#"{"Driver":"nfs"}"#, ["driver": .word("nfs")]),
            (#"{"Options":{"o":"ro"}}"#, ["driver_opts": .map(["o": .text(text("ro"))])]),
            (#"{"Labels":{"a":"b","com.docker.compose.volume":"x"}}"#, ["labels": .map(["a": .text(text("b"))])]),
        ] as [(String, OpenFields)]
    )
    func volume(json: String, fields: OpenFields) throws {
        let volume: Volume = try decoded(#"{"Name":"shop_data","Mountpoint":"/m",\#(json.dropFirst())"#)
        let live = LiveVolume(volume, address: ResourceAddress(.volume, "data"), isLabelled: true, keyID: nil)
        #expect(live.fields == fields)
        #expect(live.name == "shop_data")
    }
}
