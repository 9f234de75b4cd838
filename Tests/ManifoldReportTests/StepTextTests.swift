import ManifoldPlan
import ManifoldReport
import ManifoldResources
import Testing

@Suite("steps as text")
struct StepTextTests {
    private let web = ResourceAddress(.service, "web", replica: 1)

    @Test("a step reads as number, address, order, what it waits for and what takes it back")
    func steps() {
        let old = Step.Target.existing(id: "0123", name: "shop-web-1")
        let new = Step.Target.created(by: Step.ID(2), name: "shop-web-1.incoming")
        var update = ContainerUpdate()
        update.memory = 96 << 20
        update.memorySwap = -1
        update.nanoCPUs = 500_000_000
        update.pids = 0
        update.restart = "no"
        let steps = [
            Step(
                id: Step.ID(1),
                change: ResourceAddress(.network, "back"),
                operation: .createNetwork(ResourceAddress(.network, "back"), name: "shop_back"),
                after: [],
                undo: .removeNetwork(id: "", name: "shop_back")
            ),
            Step(
                id: Step.ID(2),
                change: web,
                operation: .createContainer(
                    web,
                    name: "shop-web-1.incoming",
                    carrying: ["/data": String(repeating: "0123456789abcdef", count: 4)]
                ),
                after: [Step.ID(1)],
                undo: .remove(new)
            ),
            Step(
                id: Step.ID(3),
                change: web,
                operation: .stop(old),
                after: [Step.ID(2), Step.ID(1)],
                undo: .start(old)
            ),
            Step(id: Step.ID(4), change: web, operation: .rename(new, to: "shop-web-1"), after: [Step.ID(3)]),
            Step(id: Step.ID(5), change: web, operation: .connect(web, new, network: "shop_back"), after: [Step.ID(4)]),
            Step(id: Step.ID(6), change: web, operation: .update(old, update), after: []),
            Step(id: Step.ID(7), change: web, operation: .awaitReady(new), after: [Step.ID(5)]),
        ]
        #expect(
            StepText.render(PlanFixture.plan(steps: steps)) == """
                [1] network.back: create network shop_back  (undo: remove network shop_back)
                [2] service.web[1]: create shop-web-1.incoming, carrying /data from 0123456789ab  (after 1; \
                undo: remove shop-web-1.incoming@2)
                [3] service.web[1]: stop shop-web-1  (after 1, 2; undo: start shop-web-1)
                [4] service.web[1]: rename shop-web-1.incoming@2 to shop-web-1  (after 3)
                [5] service.web[1]: connect shop-web-1.incoming@2 to shop_back  (after 4)
                [6] service.web[1]: update shop-web-1: memory 96 MiB, memory with swap unlimited, cpus 0.5, \
                pids unlimited, restart no
                [7] service.web[1]: wait until ready: shop-web-1.incoming@2  (after 5)

                """
        )
    }

    @Test("a plan without steps has no text")
    func empty() {
        #expect(StepText.render(PlanFixture.plan()) == "")
    }

    @Test("names cannot drive the terminal")
    func escapes() {
        let step = Step(id: Step.ID(1), change: web, operation: .removeVolume(name: "a\u{1B}[2J\nb"), after: [])
        #expect(
            StepText.render(PlanFixture.plan(steps: [step])) == "[1] service.web[1]: remove volume a\\u{1b}[2J\\nb\n"
        )
    }
}
