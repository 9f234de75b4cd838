import DockerEngine
@testable import ManifoldDocker
import ManifoldPlan
import Testing

@Suite("The call that changes a container in place")
struct UpdateBodyTests {
    @Test("what is not to change is not sent")
    func nothing() {
        let body = DockerEngine.ContainerUpdate(ManifoldPlan.ContainerUpdate())
        #expect(body == DockerEngine.ContainerUpdate())
    }

    @Test("every value arrives at its place; lifting the process limit is a zero, not nothing")
    func values() {
        var update = ManifoldPlan.ContainerUpdate()
        update.memory = 1
        update.memorySwap = -1
        update.nanoCPUs = 2
        update.pids = 0
        update.restart = "on-failure:3"
        let body = DockerEngine.ContainerUpdate(update)
        #expect(body.memory == 1)
        #expect(body.memorySwap == -1)
        #expect(body.nanoCPUs == 2)
        #expect(body.pidsLimit == 0)
        #expect(body.restartPolicy == HostConfig.RestartPolicy(name: "on-failure", maximumRetryCount: 3))
    }

    @Test(
        "a policy in the manifest's spelling",
        arguments: [
            ("no", "no", 0), ("always", "always", 0), ("on-failure", "on-failure", 0),
            ("on-failure:12", "on-failure", 12),
        ]
    )
    func restart(text: String, name: String, retries: Int) {
        #expect(
            HostConfig.RestartPolicy(text: text) == HostConfig.RestartPolicy(name: name, maximumRetryCount: retries)
        )
    }
}
