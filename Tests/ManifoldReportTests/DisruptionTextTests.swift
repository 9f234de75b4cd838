import ManifoldPlan
import ManifoldReport
import ManifoldResources
import Testing

@Suite("disruption in plans")
struct DisruptionTextTests {
    private func lines(_ changes: Change...) -> [String] {
        PlanText(sources: PlanFixture.sources, color: false).render(PlanFixture.plan(changes))
            .split(separator: "\n").map { String($0) }
    }

    private func change(_ name: String, _ disruption: Disruption, _ outage: Outage?) -> Change {
        let address = ResourceAddress(.service, name, replica: 1)
        return PlanFixture.change(
            address,
            "shop-\(name)-1",
            [.replace],
            [.recreatedByCompose],
            disruption,
            outage: outage
        )
    }

    @Test(
        "a change says which ports are away, and for how long at most",
        arguments: [
            (.restart, nil, "[restart]"),
            (.restart, Outage(ports: []), "[restart]"),
            (.restart, Outage(ports: ["8001/tcp"], isCovered: true), "[restart: other instances serve meanwhile]"),
            (.downtime, nil, "[downtime]"),
            (.downtime, Outage(ports: ["8080/tcp"]), "[downtime: 8080/tcp, up to 10s to stop]"),
            (.downtime, Outage(ports: ["8080/tcp"], grace: -1), "[downtime: 8080/tcp, no limit to stop]"),
            (.downtime, Outage(ports: ["8080/tcp"], isForGood: true), "[downtime: 8080/tcp, for good]"),
            (.downtime, Outage(ports: [], isForGood: true), "[downtime]"),
            (
                .downtime, Outage(ports: (1...6).map { "\($0)/tcp" }, grace: 90_000_000_000),
                "[downtime: 1/tcp, 2/tcp, 3/tcp, 4/tcp, … 2 more, up to 1m30s to stop]"
            ),
        ] as [(Disruption, Outage?, String)]
    )
    func remarks(disruption: Disruption, outage: Outage?, words: String) {
        #expect(lines(change("web", disruption, outage))[0].contains("  \(words)  recreated"))
    }

    @Test("the sum names the worst, with all its ports and the longest time")
    func sum() {
        let changes = [
            change("a", .downtime, Outage(ports: ["9090/tcp"], grace: 2_000_000_000)),
            change("b", .downtime, Outage(ports: ["8080/tcp"], grace: 30_000_000_000)),
            change("c", .downtime, Outage(ports: ["80/tcp"], isForGood: true)),
            change("d", .restart, Outage(ports: [])),
        ]
        #expect(
            lines(changes[0], changes[1], changes[2], changes[3]).last?
                .hasSuffix("Disruption: downtime (80/tcp, 8080/tcp, 9090/tcp, up to 30s to stop).") == true
        )
        #expect(lines(changes[2]).last?.hasSuffix("Disruption: downtime (80/tcp, for good).") == true)
        #expect(lines(changes[3]).last?.hasSuffix("Disruption: restart.") == true)
    }

    @Test("data that is lost is named")
    func dataLoss() {
        let volume = PlanFixture.change(
            ResourceAddress(.volume, "data"),
            "shop_data",
            [.destroy],
            [.leftManifest],
            .dataLoss
        )
        let lines = lines(volume, change("web", .downtime, Outage(ports: ["80/tcp"])))
        #expect(lines.last?.hasSuffix("Disruption: data loss (volume.data).") == true)
    }
}
