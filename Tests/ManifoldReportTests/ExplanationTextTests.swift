import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldReport
import ManifoldResources
import Testing

@Suite("explanations as text")
struct ExplanationTextTests {
    @Test("values with their sources, the edges, and what a replacement would do")
    func whole() {
        let web = ResourceAddress(.service, "web", replica: 1)
        let secret = Origin(PlanFixture.place(7), variables: ["SECRET"])
        let explanation = Explanation(
            id: web,
            name: "shop-web-1",
            declaration: PlanFixture.place(3),
            isPresent: true,
            state: ContainerState(.running),
            instanceCount: 2,
            values: [
                Explanation.Value(
                    path: FieldPath("environment", "PASSWORD"),
                    value: PlanFixture.hidden(PlanFixture.secret),
                    source: .manifest(secret),
                    way: .replace,
                    live: Explanation.Live(value: PlanFixture.hidden("other"))
                ),
                Explanation.Value(
                    path: FieldPath("user"),
                    value: .word("app"),
                    source: .image("shop/web:1"),
                    way: .replace,
                    live: nil
                ),
                Explanation.Value(
                    path: FieldPath("mem_limit"),
                    value: .bytes(64 << 20),
                    source: .manifest(nil),
                    way: .inPlace(canClear: false, unreachable: ["unlimited"]),
                    live: Explanation.Live(value: nil)
                ),
            ],
            unset: ["tty", "init"],
            needs: [Explanation.Edge(id: ResourceAddress(.network, "back"), need: Need(.existing))],
            dependants: [
                Explanation.Edge(
                    id: ResourceAddress(.service, "proxy", replica: 1),
                    need: Need(.healthy, at: PlanFixture.place(20), restartsDependant: true)
                )
            ],
            effects: [
                Explanation.Effect(
                    id: web,
                    action: .replace,
                    because: nil,
                    disruption: .downtime,
                    outage: Outage(ports: ["8080/tcp"])
                ),
                Explanation.Effect(
                    id: ResourceAddress(.service, "proxy", replica: 1),
                    action: .restart,
                    because: web,
                    disruption: .restart,
                    outage: Outage(ports: [])
                ),
            ]
        )
        #expect(
            ExplanationText(sources: PlanFixture.sources, color: false).render(explanation) == """
                service.web[1]  shop-web-1, running  manifold.yaml:3:5
                one of 2 instances

                FIELD                 VALUE                             FROM                              TO CHANGE IT
                environment.PASSWORD  (hidden) (now (hidden, changed))  manifold.yaml:7:5 from ${SECRET}  replace
                user                  app                               the image shop/web:1              replace
                mem_limit             64 MiB (now none)                 implied by the manifest           in place; taken away, or to unlimited: replace

                Nobody sets, so the engine's own way holds: tty, init

                Needs
                  network.back  there  implied by the manifest

                Needed by
                  service.proxy[1]  healthy, restarts along  manifold.yaml:20:5

                A replacement would
                  replace service.web[1]    [downtime: 8080/tcp, up to 10s to stop]
                  restart service.proxy[1]  [restart]                                because of service.web[1]

                """
        )
    }

    @Test(
        "a content changes as its policy says",
        arguments: [
            (.recreate, nil, "replace"),
            (.restart, nil, "contents in place, x-on-change: restart; else replace"),
            (.signal("SIGHUP"), nil, "contents in place, x-on-change: signal SIGHUP; else replace"),
            (
                .signal("SIGKILL"), .cannotBeHandled,
                "contents in place, x-on-change: signal SIGKILL (by a restart: no process can handle it); else replace"
            ),
            (.ignore, nil, "contents in place, x-on-change: ignore; else replace"),
        ] as [(ContentPolicy, SignalObstacle?, String)]
    )
    func policy(policy: ContentPolicy, obstacle: SignalObstacle?, text: String) {
        let explanation = Explanation(
            id: ResourceAddress(.service, "web", replica: 1),
            name: "shop-web-1",
            declaration: nil,
            isPresent: false,
            state: nil,
            instanceCount: 1,
            values: [
                Explanation.Value(
                    path: FieldPath("files", "/a"),
                    value: PlanFixture.hidden("x"),
                    source: .manifest(nil),
                    way: .contents,
                    policy: policy,
                    obstacle: obstacle,
                    live: nil
                )
            ],
            unset: [],
            needs: [],
            dependants: [],
            effects: []
        )
        let rendered = ExplanationText(sources: PlanFixture.sources, color: false).render(explanation)
        #expect(rendered.hasSuffix("  \(text)\n"), "\(rendered)")
    }
}
