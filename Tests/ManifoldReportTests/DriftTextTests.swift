import ManifoldPlan
import ManifoldReport
import ManifoldResources
import Testing

@Suite("drift as text and as JSON")
struct DriftTextTests {
    private static let web = ResourceAddress(.service, "web", replica: 1)

    private static let drift = Drift(
        findings: [
            Drift.Finding(id: ResourceAddress(.volume, "data"), name: nil, differences: [.gone]),
            Drift.Finding(
                id: web,
                name: "shop-web-1",
                differences: [
                    .field(FieldPath("mem_limit"), applied: .bytes(64 << 20), live: nil),
                    .field(
                        FieldPath("environment", "PASSWORD"),
                        applied: PlanFixture.hidden(PlanFixture.secret),
                        live: PlanFixture.hidden("other")
                    ),
                    .state(ContainerState(.exited, exitCode: 143)), .networkRemade("shop_back"),
                ]
            ),
        ],
        count: 8,
        unrecorded: [ResourceAddress(.network, "back")]
    )

    @Test("each object with what differs, and the sum")
    func text() {
        #expect(
            DriftText(color: false).render(Self.drift) == """
                volume.data
                  gone: removed outside manifold

                service.web[1]  shop-web-1
                  mem_limit:            64 MiB → none
                  environment.PASSWORD: (hidden) → (hidden, changed)
                  state:                running → exited (143)
                  network shop_back was removed and made again outside manifold

                note: network.back has no record that can be read, so its fields are not compared

                Drift: 2 of 8 objects differ from what was last applied.

                """
        )
    }

    @Test("no drift is one line")
    func nothing() {
        let none = Drift(findings: [], count: 1, unrecorded: [])
        #expect(DriftText(color: false).render(none) == "No drift. 1 object is as last applied.\n")
    }

    @Test("the JSON form has an entry for each difference, and no secret")
    func json() {
        let text = DriftJSON.render(Self.drift, of: "shop")
        #expect(text.hasPrefix("{\n  \"format_version\": \"1.0\",\n  \"system\": \"shop\",\n  \"objects\": 8,"))
        #expect(
            text.contains(
                """
                    {
                      "address": "service.web[1]",
                      "name": "shop-web-1",
                      "kind": "field",
                      "field": "mem_limit",
                      "before": "64 MiB",
                      "after": null
                    }
                """
            )
        )
        #expect(text.contains("\"kind\": \"gone\",\n      \"field\": null"))
        #expect(!text.contains(PlanFixture.secret))
    }
}
