import DockerEngine
@testable import ManifoldDocker
import ManifoldResources
import Testing

@Suite("The call that makes a container")
struct ContainerCreateTests {
    @Test("a container is made on its first network by name, with the whole endpoint; the others are joined later")
    func networks() {
        let create = made {
            $0.endpoints = [
                "b": EndpointSpec(aliases: ["y"]), "a": EndpointSpec(aliases: ["x", "w"]), "c": EndpointSpec(),
            ]
        }
        #expect(create.hostConfig.networkMode == "a")
        #expect(create.endpoints == ["a": EndpointSettings(aliases: ["w", "x"])])
    }

    @Test("a container without networks gets none, not the engine's default")
    func noNetwork() {
        let create = made { _ in }
        #expect(create.hostConfig.networkMode == "none")
        #expect(create.endpoints.isEmpty)
    }

    @Test("only a bind whose host path is to be made takes the short form; a colon in a path cannot stand in it")
    func binds() {
        let create = made {
            $0.mounts = [
                "/a": MountSpec(.bind(path: "/h", createsHostPath: true)),
                "/b": MountSpec(.bind(path: "/h", createsHostPath: true), isReadOnly: true, propagation: "rslave"),
                "/c": MountSpec(.bind(path: "/h", createsHostPath: false), isReadOnly: true, propagation: "rslave"),
                "/d": MountSpec(.bind(path: "/h:i", createsHostPath: true)),
                "/e:f": MountSpec(.bind(path: "/h", createsHostPath: true)),
                "/v": MountSpec(.volume("v"), isReadOnly: true, skipsCopy: true),
                "/t": MountSpec(.tmpfs(size: 1, mode: 0o700)),
            ]
        }
        #expect(create.hostConfig.binds == ["/h:/a", "/h:/b:ro,rslave"])
        #expect(create.hostConfig.mounts.map(\.target) == ["/c", "/d", "/e:f", "/t", "/v"])
        let byTarget = Dictionary(uniqueKeysWithValues: create.hostConfig.mounts.map { ($0.target, $0) })
        #expect(byTarget["/c"]?.bindOptions?.propagation == "rslave")
        #expect(byTarget["/c"]?.readOnly == true)
        #expect(byTarget["/d"]?.source == "/h:i")
        #expect(byTarget["/v"]?.volumeOptions?.noCopy == true)
        #expect(byTarget["/v"]?.readOnly == true)
        #expect(byTarget["/t"]?.tmpfsOptions?.sizeBytes == 1)
        #expect(byTarget["/t"]?.tmpfsOptions?.mode == 0o700)
    }

    @Test("volumes of the predecessor are mounted by name where the manifest has one without a name, or the image's")
    func carrying() {
        let create = made(carrying: ["/a": "old-a", "/image": "old-image"]) {
            $0.mounts = ["/a": MountSpec(.anonymousVolume, skipsCopy: true), "/new": MountSpec(.anonymousVolume)]
        }
        let sources = Dictionary(uniqueKeysWithValues: create.hostConfig.mounts.map { ($0.target, $0.source) })
        #expect(sources == ["/a": "old-a", "/image": "old-image", "/new": ""])
        #expect(create.hostConfig.mounts.allSatisfy { $0.type == "volume" })
    }

    @Test(
        "the engine counts the grace period in whole seconds, and none is not the same as nothing said",
        arguments: [
            (nil, nil), (0, 0), (1, 1), (999_999_999, 1), (1_000_000_000, 1), (1_000_000_001, 2), (90_000_000_000, 90),
        ] as [(Int64?, Int?)]
    )
    func grace(period: Int64?, seconds: Int?) {
        #expect(made { $0.stopGracePeriod = period }.config.stopTimeout == seconds)
    }

    @Test("a variable that hides the image's is sent without an equals sign, an empty one with")
    func environment() {
        let create = made {
            $0.environment = ["B": text(""), "C": text("x=y")]
            $0.environment.updateValue(nil, forKey: "A")
        }
        #expect(create.config.environment == ["A", "B=", "C=x=y"])
    }

    @Test("no entrypoint is sent as none, nothing said is not sent")
    func entrypoint() {
        #expect(made { $0.entrypoint = [] }.config.entrypoint == [])
        #expect(made { _ in }.config.entrypoint == nil)
    }

    @Test("a health check is sent only where something of it is set")
    func healthCheck() {
        #expect(made { _ in }.config.healthcheck == nil)
        #expect(made { $0.healthCheck.retries = 3 }.config.healthcheck == ContainerConfig.Healthcheck(retries: 3))
    }

    @Test(
        "a restart policy is sent in its two parts",
        arguments: [
            (nil, "", 0), (.always, "always", 0), (.unlessStopped, "unless-stopped", 0),
            (.onFailure(maximumRetries: nil), "on-failure", 0), (.onFailure(maximumRetries: 4), "on-failure", 4),
        ] as [(RestartPolicy?, String, Int)]
    )
    func restart(policy: RestartPolicy?, name: String, retries: Int) {
        let sent = made { $0.restart = policy }.hostConfig.restartPolicy
        #expect(sent == HostConfig.RestartPolicy(name: name, maximumRetryCount: retries))
    }

    @Test("with a memory limit the swap limit is always spelt out")
    func memory() {
        #expect(made { $0.limits.memory = 64 }.hostConfig.memorySwap == 128)
        let unlimited = made {
            $0.limits.memory = 64
            $0.limits.memorySwap = -1
        }
        #expect(unlimited.hostConfig.memorySwap == -1)
        #expect(made { _ in }.hostConfig.memorySwap == 0)
    }

    @Test("the same spec is the same call, whatever the order of its sets")
    func stability() {
        let calls = (0..<20)
            .map { _ in
                made {
                    for number in (0..<10).shuffled() {
                        $0.environment["V\(number)"] = text("")
                        $0.capabilitiesAdded.insert("C\(number)")
                        $0.mounts["/\(number)"] = MountSpec(.anonymousVolume)
                        $0.ports.insert(
                            PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "\(8000 + number)")
                        )
                    }
                }
            }
        #expect(calls.allSatisfy { $0 == calls[0] })
    }

    private func made(
        carrying volumes: [String: String] = [:],
        _ change: (inout ContainerSpec) -> Void
    ) -> ContainerCreate {
        var spec = ContainerSpec()
        change(&spec)
        return ContainerCreate(spec, carrying: volumes)
    }
}
