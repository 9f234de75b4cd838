import Testing

extension OnEngine.Everyday {
    /// What an engine or its host cannot do: told beforehand where that is possible, and never a difference for ever.
    @Suite("fields that cannot be") struct FieldLimitTests {
        @Test(
            "what the engine is too old for is an error before anything is done",
            arguments: [
                ("annotations: {a: b}", "annotations", "1.43"),
                ("healthcheck: {test: \"true\", start_interval: 1s}", "healthcheck.start_interval", "1.44"),
                (
                    "volumes: [{type: bind, source: /tmp, target: /t, bind: {recursive: readonly}}]", "volumes./t",
                    "1.44"
                ),
                ("networks: {default: {gw_priority: 1}}", "networks.", "1.48"),
            ]
            .filter { Engine.isOlder(than: $0.2) }
        )
        func tooOld(key: String, path: String, level: String) async throws {
            try await TestSystem.run("services:\n  app:\n    <<: *small\n    \(key)") { system in
                try await system.manifold("apply", "--auto-approve").ended(with: 1)
                    .says("error[plan.engine-too-old]", "`\(path)", "needs version \(level)")
                #expect(try await system.objects().isEmpty)
            }
        }

        @Test("a weight that the host's kernel does not know is noted, and no difference")
        func dropped() async throws {
            try await TestSystem.run("services:\n  app:\n    <<: *small\n    blkio_config: {weight: 300}") { system in
                try await system.apply()
                let app = system.container("app")
                guard try await system.inspect(app, "{{.HostConfig.BlkioWeight}}") == "0" else {
                    // This kernel knows it: then it is a limit like the others.
                    try await system.planIsEmpty().saysNothing(of: "cannot do")
                    return
                }
                let run = try await system.run(of: app)
                try await system.planIsEmpty().says("the engine's host cannot do blkio_config.weight")
                try system.edit("300", "400")
                try await system.plan().says("update \(app) in place", "none → 400  manifest changed  ")
                    .saysNothing(of: "drift")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.run(of: app) == run)
            }
        }

        @Test(
            "what the host refuses at the start is told in its words, and the container is as the manifest says",
            arguments: [
                ("gpus: all", "device driver", "{{json .HostConfig.DeviceRequests}}", #""Capabilities":[["gpu"]]"#),
                ("cpu_rt_runtime: 1000", "rt_runtime", "{{.HostConfig.CpuRealtimeRuntime}}", "1000"),
                (
                    "blkio_config: {device_read_bps: [{path: /dev/zero, rate: 1mb}]}", "read_bps_device",
                    "{{(index .HostConfig.BlkioDeviceReadBps 0).Rate}}", "1048576"
                ),
            ]
        )
        func refused(key: String, reason: String, template: String, value: String) async throws {
            try await TestSystem.run("services:\n  app:\n    <<: *small\n    \(key)") { system in
                let applied = try await system.manifold("apply", "--auto-approve")
                let app = system.container("app")
                #expect(try await system.inspect(app, template).contains(value))
                if applied.status == .code(0) {
                    try await system.planIsEmpty()
                    return
                }
                applied.ended(with: 1).says(reason)
                try await system.plan().changesOnly("service.app[1]").says("start \(app)").saysNothing(of: "-/+")
            }
        }

        @Test("an image that may not be pulled and is not there is an error; one that is there is used")
        func neverPulled() async throws {
            try await TestSystem.run(
                """
                services:
                  app: {<<: *small, pull_policy: never}
                  other: {image: example.invalid/none:1, pull_policy: never}
                """
            ) { system in
                try await system.manifold("apply", "--auto-approve").ended(with: 1)
                    .says("error[plan.image-missing]", "pull_policy: never")
                #expect(try await system.objects().isEmpty)
                try system.edit("\n  other: {image: example.invalid/none:1, pull_policy: never}", "")
                try await system.apply()
                try await system.planIsEmpty()
            }
        }
    }
}
