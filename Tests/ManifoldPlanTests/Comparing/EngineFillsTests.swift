@testable import ManifoldPlan
import ManifoldResources
import Testing

/// An engine fills networks with what nobody asked for, and some of it only after a restart.
@Suite("What an engine adds to networks by itself")
struct EngineFillsTests {
    /// Reports of a network for which only a subnet was asked.
    private static let reports: [(String, @Sendable (inout NetworkSpec) -> Void)] = [
        ("a gateway, as after a restart", { $0.addresses.pools[0].gateway = "10.5.0.1" }),
        (
            "a pool of the other family",
            {
                var pool = AddressManagement.Pool()
                (pool.subnet, pool.gateway) = ("fd00::/64", "fd00::1")
                $0.addresses.pools.insert(pool, at: 0)
            }
        ),
        ("options of the daemon", { $0.driverOptions["com.docker.network.driver.mtu"] = text("1400") }),
    ]

    @Test("is no difference, with a record or without", arguments: reports.indices)
    func added(index: Int) {
        let (name, change) = Self.reports[index]
        let wanted = Self.network
        var reported = wanted
        change(&reported)
        #expect(Self.differences(wanted, reported, recorded: wanted).isEmpty, "\(name)")
        #expect(Self.differences(wanted, reported, recorded: nil).isEmpty, "\(name)")
    }

    @Test("addresses that the engine chose are no difference where nobody asked for any")
    func chosen() {
        let wanted = NetworkSpec(name: "n")
        #expect(Self.differences(wanted, Self.network, recorded: wanted).isEmpty)
        #expect(Self.differences(wanted, Self.network, recorded: nil).isEmpty)
    }

    @Test("but what was asked for and is another one is a difference, and so is what was asked for before")
    func asked() {
        var other = Self.network
        other.addresses.pools[0].subnet = "10.6.0.0/16"
        #expect(Self.differences(other, Self.network, recorded: Self.network) == ["ipam.ipv4.subnet"])
        #expect(Self.differences(NetworkSpec(name: "n"), Self.network, recorded: Self.network) == ["ipam.ipv4.subnet"])
    }

    private static var network: NetworkSpec {
        var spec = NetworkSpec(name: "n")
        var pool = AddressManagement.Pool()
        pool.subnet = "10.5.0.0/16"
        spec.addresses.pools = [pool]
        return spec
    }

    private static func differences(_ wanted: NetworkSpec, _ live: NetworkSpec, recorded: NetworkSpec?) -> [String] {
        func fields(_ spec: NetworkSpec) -> SealedFields { Scene.sealer.seal(FieldTable.network.fields(of: spec)) }
        return FieldComparison(
            table: .network,
            desired: fields(wanted),
            live: fields(live),
            record: recorded.map { SpecRecord(fields($0)) },
            origins: [:]
        )
        .differences().map(\.path.description)
    }
}
