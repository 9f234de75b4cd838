import ManifoldPlan
import ManifoldReport
import ManifoldResources
import Testing

@Suite("the state of a system as text")
struct StatusTextTests {
    private let engine = EngineFacts(apiVersion: "1.41", version: "20.10.24")

    @Test("instances, networks and volumes are tables in the order of addresses")
    func table() {
        var status = SystemStatus(system: "shop", engine: engine)
        status.holder = "root@host, pid 7"
        status.instances = [
            instance("web", 10, ContainerState(.running, health: .healthy), ["0.0.0.0:8080:80/tcp"]),
            instance("web", 2, ContainerState(.exited, exitCode: 137), []),
            SystemStatus.Instance(address: ResourceAddress(.service, "api", replica: 1), container: nil),
        ]
        status.parts = [
            SystemStatus.Part(address: ResourceAddress(.volume, "data"), name: nil),
            SystemStatus.Part(address: ResourceAddress(.network, "back"), name: "shop_back"),
        ]
        #expect(
            StatusText(color: false).render(status) == """
                shop on Docker 20.10.24
                somebody is applying right now: root@host, pid 7

                SERVICE          CONTAINER    STATE         HEALTH   PORTS                IMAGE
                service.api[1]   -            missing       -        -                    -
                service.web[2]   shop-web-2   exited (137)  -        -                    shop/web:1
                service.web[10]  shop-web-10  running       healthy  0.0.0.0:8080:80/tcp  shop/web:1

                network.back  shop_back
                volume.data   missing

                """
        )
    }

    private func instance(
        _ service: String,
        _ replica: Int,
        _ state: ContainerState,
        _ ports: [String]
    ) -> SystemStatus.Instance {
        SystemStatus.Instance(
            address: ResourceAddress(.service, service, replica: replica),
            container: SystemStatus.Container(
                name: "shop-\(service)-\(replica)",
                state: state,
                ports: ports,
                image: "shop/web:1"
            )
        )
    }

    @Test("a system of which nothing is there says so")
    func empty() {
        let text = StatusText(color: false).render(SystemStatus(system: "shop", engine: engine))
        #expect(text == "shop on Docker 20.10.24\nnothing of it is there\n")
    }
}
