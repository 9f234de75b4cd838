import Foundation
import Testing

extension OnEngine.Everyday {
    /// After an apply the plan is empty, whatever the manifest says.
    @Suite("every key") struct EveryKeyTests {
        private static let variables: [String: String?] = ["SHELL_VALUE": "from the shell", "NOT_SET_ANYWHERE": nil]

        @Test(
            "a manifest with every key that is handled has an empty plan after apply, restart and engine's own choices"
        )
        func all() async throws {
            let ports = try (0..<3).map { _ in try TakenPort.free() }
            try await TestSystem.run(Self.manifest(ports)) { system in
                try write(to: system)
                try await system.apply(environment: Self.variables)
                try await system.planIsEmpty(environment: Self.variables)

                let names = try await system.containers()
                #expect(names.count == 3)
                for name in names { try await system.docker("restart", name) }
                try await system.planIsEmpty(environment: Self.variables)

                let sink = system.container("sink")
                try await system.docker("exec", sink, "env")
                    .says(
                        "LINES=two\nlines\n",
                        "QUOTED=\"ünïcode\" 日本\n",
                        "EMPTY=\n",
                        "NUMBER=5\n",
                        "WORDS=two words\n",
                        "DOTENV=from dot env\n",
                        "DEFAULT=a default\n"
                    )
                    .saysNothing(of: "UNSET")
                try await system.docker("exec", sink, "cat", "/etc/deep/er/inline")
                    .says("value: from dot env, $literal")
                try await system.docker("exec", sink, "ls", "-ln", "/etc/deep/er/inline")
                    .says("-r--------", " 5 ", " 6 ")
                try await system.docker("exec", sink, "md5sum", "/large").says(try await md5(system))
            }
        }

        private func md5(_ system: TestSystem) async throws -> String {
            try await Program.run("md5sum", ["large.txt"], in: system.directory.path).words[0]
        }

        private func write(to system: TestSystem) throws {
            try system.write("app.env", "NUMBER=4\nWORDS='two words'\n")
            try system.write(".env", "DOTENV=\"from dot env\"\n")
            try system.write("large.txt", String(repeating: "0123456789abcdef\n", count: 60_000))
            try FileManager.default.createDirectory(
                at: system.directory.appending(path: "bound"),
                withIntermediateDirectories: false
            )
        }

        private static func manifest(_ ports: [UInt16]) -> String {
            """
            services:
              sink:
                image: manifold/busybox:1
                entrypoint: [sh, -c]
                command: ["trap 'exit 0' TERM; echo \\"$$LINES\\"; while :; do sleep 1 & wait $$!; done"]
                environment:
                  LINES: "two\\nlines"
                  QUOTED: "\\"ünïcode\\" 日本"
                  EMPTY: ""
                  NUMBER: 5
                  UNSET_HERE:
                  DOTENV: ${DOTENV}
                  DEFAULT: ${NOT_SET_ANYWHERE:-a default}
                  SHELL: ${SHELL_VALUE:?}
                env_file:
                  - app.env
                ports:
                  - "127.0.0.1:\(ports[0]):80"
                  - "127.0.0.1:\(ports[1]):81/udp"
                  - "82"
                  - target: 83
                    published: "\(ports[2])"
                    host_ip: 127.0.0.1
                    protocol: tcp
                    mode: host
                volumes:
                  - named:/named
                  - other:/other:ro
                  - /anonymous
                  - ./bound:/bound
                  - ./bound:/bound-too:ro
                  - {type: tmpfs, target: /temporary, tmpfs: {size: 1m, mode: 0700}}
                  - {type: volume, source: named, target: /again, volume: {nocopy: true}}
                  - {type: bind, source: ./bound, target: /private, bind: {propagation: rprivate}}
                networks:
                  front:
                    aliases: [one, two]
                  back:
                  default:
                healthcheck:
                  test: "true"
                  interval: 500ms
                  timeout: 1m30s
                  start_period: 100ms
                  retries: 2
                restart: on-failure:5
                labels:
                  - com.example.one=1
                  - com.example.none
                deploy:
                  replicas: 1
                  resources:
                    limits: {cpus: "0.25", memory: 50M, pids: 60}
                hostname: kitchen
                user: "0:0"
                working_dir: /tmp/
                init: false
                stop_grace_period: 1500ms
                stop_signal: TERM
                cap_add: [SYS_TIME, cap_net_raw]
                cap_drop: [mknod]
                configs:
                  - large
                  - {source: inline, target: /etc/deep/er/inline, mode: 0400, uid: "5", gid: "6"}
                secrets: [shell]
              plain:
                image: manifold/appliance:1
                healthcheck: {disable: true}
                stop_grace_period: 1s
              changed:
                image: manifold/appliance:1
                command: ["httpd -p 8080 -h /tmp; exec sleep 3600"]
                healthcheck: {interval: 300ms, start_period: 500ms}
                environment: [APPLIANCE_SIZE=large, APPLIANCE_COLOUR]
                stop_signal: SIGKILL
                user: nobody
                working_dir: /
                labels: {com.example.release: "2"}
                volumes: ["named:/data"]
                read_only: true
                mem_limit: 64m
                memswap_limit: -1
            configs:
              large: {file: large.txt}
              inline: {content: "value: ${DOTENV}, $$literal"}
            secrets:
              shell: {environment: SHELL_VALUE}
            networks:
              front:
                internal: true
                driver: bridge
                driver_opts: {com.docker.network.bridge.enable_icc: "true"}
                labels: {com.example.net: work}
              back: {name: "${COMPOSE_PROJECT_NAME}-back"}
            volumes:
              named: {labels: {com.example.vol: "1"}}
              other: {name: "${COMPOSE_PROJECT_NAME}-other", driver: local}
            """
        }
    }
}
