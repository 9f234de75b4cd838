import ManifoldResources
import Testing

@Suite("The field tables of networks and volumes")
struct OtherFieldTests {
    @Test("every row has a name of its own")
    func uniqueNames() {
        #expect(Set(FieldTable.network.rows.map(\.name)).count == FieldTable.network.rows.count)
        #expect(Set(FieldTable.volume.rows.map(\.name)).count == FieldTable.volume.rows.count)
    }

    @Test("a network or a volume with nothing but a name has no fields, whoever owns it")
    func neutral() {
        var network = NetworkSpec(name: "n")
        var volume = VolumeSpec(name: "v")
        #expect(FieldTable.network.fields(of: network).isEmpty)
        #expect(FieldTable.volume.fields(of: volume).isEmpty)
        network.isExternal = true
        volume.isExternal = true
        #expect(FieldTable.network.fields(of: network).isEmpty)
        #expect(FieldTable.volume.fields(of: volume).isEmpty)
    }

    @Test(
        "each setting of a network shows in its own row",
        arguments: [
            (made { $0.driver = "macvlan" }, "driver", .word("macvlan")),
            (made { $0.driverOptions = ["mtu": shown("1400")] }, "driver_opts", .map(["mtu": .text(shown("1400"))])),
            (made { $0.isInternal = true }, "internal", .flag(true)),
            (made { $0.isAttachable = true }, "attachable", .flag(true)),
            (made { $0.hasIPv4 = false }, "enable_ipv4", .flag(false)),
            (made { $0.hasIPv6 = true }, "enable_ipv6", .flag(true)),
            (made { $0.addresses.driver = "dhcp" }, "ipam", .map(["driver": .word("dhcp")])),
            (made { $0.addresses.options = ["a": shown("b")] }, "ipam", .map(["options.a": .text(shown("b"))])),
            (
                made {
                    var newer = AddressManagement.Pool()
                    newer.subnet = "fd00::/64"
                    var older = AddressManagement.Pool()
                    (older.subnet, older.range, older.gateway) = ("10.5.0.0/16", "10.5.1.0/24", "10.5.0.1")
                    older.reserved = ["host": "10.5.0.9"]
                    var second = AddressManagement.Pool()
                    second.subnet = "10.6.0.0/16"
                    $0.addresses.pools = [newer, older, second]
                }, "ipam",
                .map([
                    "ipv4.subnet": .word("10.5.0.0/16"), "ipv4.ip_range": .word("10.5.1.0/24"),
                    "ipv4.gateway": .word("10.5.0.1"), "ipv4.aux_addresses.host": .word("10.5.0.9"),
                    "ipv4.2.subnet": .word("10.6.0.0/16"), "ipv6.subnet": .word("fd00::/64"),
                ])
            ),
            (made { $0.labels = ["a": shown("b")] }, "labels", .map(["a": .text(shown("b"))])),
        ] as [(NetworkSpec, FieldName, FieldValue<FreeText>)]
    )
    func network(spec: NetworkSpec, row: FieldName, value: FieldValue<FreeText>) {
        #expect(FieldTable.network.fields(of: spec) == [row: value])
    }

    @Test(
        "each setting of a volume shows in its own row",
        arguments: [
            (made { $0.driver = "nfs" }, "driver", .word("nfs")),
            (made { $0.driverOptions = ["o": shown("ro")] }, "driver_opts", .map(["o": .text(shown("ro"))])),
            (made { $0.labels = ["a": shown("b")] }, "labels", .map(["a": .text(shown("b"))])),
        ] as [(VolumeSpec, FieldName, FieldValue<FreeText>)]
    )
    func volume(spec: VolumeSpec, row: FieldName, value: FieldValue<FreeText>) {
        #expect(FieldTable.volume.fields(of: spec) == [row: value])
    }

    @Test(
        "nothing of a network or a volume can be changed in place; a volume's labels are left rather than its data lost"
    )
    func changes() {
        #expect(FieldTable.network.rows.allSatisfy { $0.change == .replace && !$0.isAlwaysOwned })
        #expect(FieldTable.volume.rows.allSatisfy { !$0.isAlwaysOwned })
        #expect(FieldTable.volume["labels"]?.change == .kept)
        #expect(FieldTable.volume["driver"]?.change == .replace)
        #expect(FieldTable.volume["driver_opts"]?.change == .replace)
    }
}

private func shown(_ text: String) -> FreeText {
    FreeText(text, isShowable: true)
}

private func made(_ change: (inout NetworkSpec) -> Void) -> NetworkSpec {
    var spec = NetworkSpec(name: "n")
    change(&spec)
    return spec
}

private func made(_ change: (inout VolumeSpec) -> Void) -> VolumeSpec {
    var spec = VolumeSpec(name: "v")
    change(&spec)
    return spec
}
