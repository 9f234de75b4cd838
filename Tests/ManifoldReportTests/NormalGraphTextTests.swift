import ManifoldDiagnostics
import ManifoldGraph
import ManifoldReport
import ManifoldResources
import Testing

@Suite("A graph as text")
struct NormalGraphTextTests {
    @Test("has each resource with its needs and its fields, and hides what may not be shown")
    func text() throws {
        var web = ContainerSpec()
        web.name = "shop-web-1"
        web.image = "docker.io/library/nginx:latest"
        web.command = [FreeText("serve\t\"x\"", isShowable: true), FreeText("x", isShowable: false)]
        web.environment = ["B": FreeText("1", isShowable: true), "A": FreeText("2", isShowable: false)]
        web.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "8080")]
        web.stopGracePeriod = 2_000_000_000
        web.limits.memory = 1024
        web.limits.nanoCPUs = 500_000_000
        web.capabilitiesAdded = ["SYS_TIME", "NET_ADMIN"]
        web.files = [
            "/site": FileSpec(
                source: ResourceAddress(.config, "site"),
                content: FreeText(content: [1]),
                userID: 0,
                groupID: 0,
                mode: 0o444
            )
        ]
        var network = NetworkSpec(name: "lan")
        network.isExternal = true
        let needs: [ResourceAddress: Need] = [
            ResourceAddress(.network, "front"): Need(.existing),
            ResourceAddress(.service, "job", replica: 1): Need(.completed, restartsDependant: true),
        ]
        let graph = try graph([
            Resource(
                id: ResourceAddress(.service, "web", replica: 1),
                spec: .container(web),
                needs: needs,
                goal: .running
            ),
            Resource(
                id: ResourceAddress(.service, "job", replica: 1),
                spec: .container(ContainerSpec()),
                goal: .completed
            ),
            Resource(id: ResourceAddress(.network, "front"), spec: .network(network)),
            Resource(id: ResourceAddress(.config, "site"), spec: .config(ContentSpec(content: FreeText(content: [1])))),
        ])
        #expect(
            GraphText().render(graph) == """
                network.front
                    name: lan (external)
                config.site
                    content: 1 bytes
                service.job[1] (job)
                service.web[1] <- network.front (existing), service.job[1] (completed, restarts)
                    image: docker.io/library/nginx:latest
                    container_name: shop-web-1
                    command: ["serve\\t\\"x\\"", (hidden)]
                    environment.A: (hidden)
                    environment.B: "1"
                    cap_add: {NET_ADMIN, SYS_TIME}
                    stop_grace_period: 2s
                    ports.80/tcp: {8080:80/tcp}
                    files./site: [config.site, (hidden), 0, 0, 0444]
                    mem_limit: 1024 bytes
                    memswap_limit: 2048 bytes
                    cpus: 500000000 nanoCPUs
                service.off (switched off)

                """
        )
    }

    private func graph(_ resources: [Resource]) throws -> ResourceGraph {
        var diagnostics = Diagnostics()
        return try #require(
            ResourceGraph(
                system: SystemIdentity(name: "shop", directory: "/srv", files: []),
                resources: resources,
                inactiveServices: ["off"],
                reporting: &diagnostics
            )
        )
    }
}
