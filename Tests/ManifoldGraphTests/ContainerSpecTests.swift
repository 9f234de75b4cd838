import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldResources
import OrderedCollections
import Testing

@Suite("A service's container")
struct ContainerSpecTests {
    @Test("environment: what may be shown, what may not, and what is nowhere set")
    func environment() {
        let built = build {
            $0.environment = [
                "LOG_LEVEL": sourced("debug", 3), "DB_PASSWORD": sourced("x"), "UNSET": sourced(nil),
                "EMPTY": sourced(""),
                "HOST": Sourced("h", from: origin(4, variables: ["HOST"])),
            ]
        }
        let environment = built.container("web")?.environment ?? [:]
        #expect(environment.keys.sorted() == ["DB_PASSWORD", "EMPTY", "HOST", "LOG_LEVEL"])
        let shown = environment.compactMap { $0.value?.isShowable == true ? $0.key : nil }
        #expect(shown.sorted() == ["EMPTY", "LOG_LEVEL"])
        #expect(environment["DB_PASSWORD"]??.string == "x")
        let origins = built[.service, "web", 1]?.origins
        #expect(origins?[FieldPath("environment", "LOG_LEVEL")] == origin(3))
        #expect(origins?[FieldPath("environment", "UNSET")] == nil)
    }

    @Test("command and entrypoint: an empty command is none given, an empty entrypoint hides the image's")
    func commands() {
        let given = build {
            $0.command = sourced(["serve", "--token", "x"], 4)
            $0.entrypoint = sourced(["/bin/app"])
        }
        #expect(given.container("web")?.command?.map(\.string) == ["serve", "--token", "x"])
        #expect(given.container("web")?.command?.map(\.isShowable) == [true, false, false])
        #expect(given.container("web")?.entrypoint?.map(\.string) == ["/bin/app"])
        #expect(given[.service, "web", 1]?.origins[FieldPath("command")] == origin(4))
        let empty = build {
            $0.command = sourced([])
            $0.entrypoint = sourced([""])
        }
        #expect(empty.container("web")?.command == nil)
        #expect(empty.container("web")?.entrypoint == [])
        #expect(build { _ in }.container("web")?.entrypoint == nil)
    }

    @Test("labels are taken, but not the ones that are somebody's book-keeping")
    func labels() {
        let built = build { $0.labels = ["team": sourced("red", 3), "auth-key": sourced("x")] }
        #expect(built.container("web")?.labels["team"]?.isShowable == true)
        #expect(built.container("web")?.labels["auth-key"]?.isShowable == false)
        #expect(built[.service, "web", 1]?.origins[FieldPath("labels", "team")] == origin(3))
        let reserved = build {
            $0.labels = ["io.manifold.system": sourced("x"), "com.docker.compose.project": sourced("y", 2)]
        }
        #expect(reserved.codes == ["graph.reserved-label", "graph.reserved-label"])
    }

    @Test("words, paths, signals, capabilities and times have one spelling")
    func canonical() throws {
        let built = build {
            $0.hostname = sourced("h")
            $0.user = sourced("1000:1000")
            $0.workingDirectory = sourced("/srv//app/../app/", 9)
            $0.usesInit = sourced(false)
            $0.isReadOnly = sourced(true)
            $0.capabilitiesAdded = [sourced("cap_net_admin", 5), sourced("NET_ADMIN")]
            $0.capabilitiesDropped = [sourced("ALL")]
            $0.stopSignal = sourced("15")
            $0.stopGracePeriod = sourced(1_500_000_000)
            $0.restart = sourced("on-failure:3")
        }
        let spec = try #require(built.container("web"))
        #expect(spec.hostname == "h")
        #expect(spec.user == "1000:1000")
        #expect(spec.workingDirectory == "/srv/app")
        #expect(spec.usesInit == false)
        #expect(spec.isReadOnly)
        #expect(spec.capabilitiesAdded == ["NET_ADMIN"])
        #expect(spec.capabilitiesDropped == ["ALL"])
        #expect(spec.stopSignal == "SIGTERM")
        #expect(spec.stopGracePeriod == 2_000_000_000)
        #expect(spec.restart == .onFailure(maximumRetries: 3))
        #expect(built[.service, "web", 1]?.origins[FieldPath("cap_add")] == origin(5))
        #expect(built[.service, "web", 1]?.origins[FieldPath("working_dir")] == origin(9))
    }

    @Test("what says nothing is as if it were not there")
    func neutral() {
        let plain = build { _ in }.container("web")
        let neutral = build {
            $0.hostname = sourced("")
            $0.user = sourced("")
            $0.isReadOnly = sourced(false)
            $0.restart = sourced("no")
            $0.memoryLimit = sourced(0)
            $0.memorySwapLimit = sourced(0)
            $0.cpus = sourced(0)
            $0.pidsLimit = sourced(-1)
            $0.healthCheck = HealthCheck(origin: origin())
            $0.healthCheck?.interval = sourced(0)
        }
        #expect(neutral.container("web") == plain)
    }

    @Test("a health check keeps its parts, and a disabled one nothing else")
    func healthCheck() throws {
        let given = build {
            $0.healthCheck = HealthCheck(origin: origin())
            $0.healthCheck?.test = sourced(["CMD-SHELL", "mysqladmin ping -psecret"], 2)
            $0.healthCheck?.interval = sourced(5_000_000_000, 3)
            $0.healthCheck?.retries = sourced(4)
        }
        let check = try #require(given.container("web")?.healthCheck)
        #expect(check.test?.map(\.isShowable) == [true, false])
        #expect(check.interval == 5_000_000_000)
        #expect(check.retries == 4)
        #expect(given[.service, "web", 1]?.origins[FieldPath("healthcheck", "interval")] == origin(3))
        for isByTest in [true, false] {
            let disabled = build {
                $0.healthCheck = HealthCheck(origin: origin())
                $0.healthCheck?.interval = sourced(5)
                $0.healthCheck?.test = isByTest ? sourced(["NONE"]) : nil
                $0.healthCheck?.isDisabled = isByTest ? nil : sourced(true)
            }
            var none = HealthCheckSpec()
            none.test = [FreeText("NONE", isShowable: true)]
            #expect(disabled.container("web")?.healthCheck == none)
        }
    }

    @Test("limits: deploy's win, processors are counted as Compose counts, and the engine's own swap is none set")
    func limits() throws {
        let built = build {
            $0.memoryLimit = sourced(1 << 20)
            $0.deployLimits.memory = sourced(64 << 20, 5)
            $0.memorySwapLimit = sourced(128 << 20)
            $0.cpus = sourced(0.7)
            $0.pidsLimit = sourced(100)
        }
        let limits = try #require(built.container("web")?.limits)
        #expect(limits.memory == 64 << 20)
        #expect(limits.memorySwap == nil)
        #expect(limits.nanoCPUs == 700_000_000)
        #expect(limits.pids == 100)
        #expect(built[.service, "web", 1]?.origins[FieldPath("mem_limit")] == origin(5))
        let unlimited = build {
            $0.memoryLimit = sourced(64 << 20)
            $0.memorySwapLimit = sourced(-1)
        }
        #expect(unlimited.container("web")?.limits.memorySwap == -1)
        #expect(build { $0.memorySwapLimit = sourced(-1) }.container("web")?.limits.memorySwap == nil)
    }

    @Test("a swap limit that the engine would refuse is told", arguments: [nil, 64 << 20] as [Int64?])
    func swap(memory: Int64?) {
        let built = build {
            $0.memoryLimit = memory.map { sourced($0) }
            $0.memorySwapLimit = sourced(1 << 20)
        }
        #expect(built.codes == ["graph.swap-limit"])
    }

    @Test("values that the engine would refuse are told with their place")
    func refused() {
        let built = build {
            $0.workingDirectory = sourced("srv", 1)
            $0.stopSignal = sourced("TRM", 2)
        }
        #expect(built.codes == ["graph.relative-path", "graph.unknown-signal"])
        #expect(built.diagnostics.map(\.help) == ["write `/srv`", "did you mean `SIGTERM`?"])
    }
}
