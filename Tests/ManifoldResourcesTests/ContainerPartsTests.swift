import ManifoldResources
import Testing

@Suite("Parts of a container")
struct ContainerPartsTests {
    @Test(
        "a published port prints as Compose's short form, with its protocol",
        arguments: [
            (binding("", "8080"), "8080:80/tcp"), (binding("127.0.0.1", "8080"), "127.0.0.1:8080:80/tcp"),
            (binding("::1", "8080"), "[::1]:8080:80/tcp"), (binding("", ""), "80/tcp"),
            (binding("127.0.0.1", ""), "127.0.0.1::80/tcp"), (binding("", "8000-8010"), "8000-8010:80/tcp"),
            (binding("", "53", .udp), "53:80/udp"), (binding("0.0.0.0", "1", .sctp), "0.0.0.0:1:80/sctp"),
        ]
    )
    func portText(port: PortBinding, text: String) {
        #expect(port.description == text)
    }

    @Test("ports that differ in anything differ in their text")
    func portTextIsFaithful() {
        let addresses = ["", "127.0.0.1", "::1"]
        let ports = addresses.flatMap { address in
            ["", "80", "80-90"]
                .flatMap { port in
                    [PortBinding.Transport.tcp, .udp, .sctp].map { binding(address, port, $0) }
                }
        }
        #expect(Set(ports.map(\.description)).count == ports.count)
    }

    @Test(
        "a restart policy prints in the manifest's spelling",
        arguments: [
            (RestartPolicy.always, "always"), (.unlessStopped, "unless-stopped"),
            (.onFailure(maximumRetries: nil), "on-failure"), (.onFailure(maximumRetries: 3), "on-failure:3"),
        ]
    )
    func restartText(policy: RestartPolicy, text: String) {
        #expect(policy.description == text)
    }

    @Test(
        "the swap limit in effect is what is set, or else twice the memory",
        arguments: [
            (nil, nil, nil), (100, nil, 200), (100, 150, 150), (100, -1, -1), (nil, -1, -1),
        ] as [(Int64?, Int64?, Int64?)]
    )
    func effectiveSwap(memory: Int64?, swap: Int64?, effective: Int64?) {
        var limits = ResourceLimits()
        limits.memory = memory
        limits.memorySwap = swap
        #expect(limits.effectiveMemorySwap == effective)
    }
}

extension ContainerPartsTests {
    @Test("a memory limit too large to be doubled is no crash")
    func hugeMemory() async {
        await #expect(processExitsWith: .success) {
            var limits = ResourceLimits()
            limits.memory = 1 << 62
            _ = limits.effectiveMemorySwap
        }
    }
}

private func binding(
    _ address: String,
    _ port: String,
    _ transport: PortBinding.Transport = .tcp
) -> PortBinding {
    PortBinding(target: 80, transport: transport, hostAddress: address, hostPort: port)
}
