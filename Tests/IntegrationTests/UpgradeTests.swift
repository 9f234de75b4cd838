import Foundation
import ManifoldTestSupport
import Testing

extension OnEngine.Everyday {
    /// Labels say what an object was made from, in the words of the version that made it.
    @Suite("labels of other versions", .needsSocket) struct UpgradeTests {
        /// Something that another version would have written otherwise, at the same length.
        struct Difference: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let ours: String
            let theirs: String
            /// Whether nothing of the label can be understood.
            var isUnreadable = false
        }

        static let differences = [
            Difference(
                testDescription: "a form that is not known",
                ours: #"\"v\":1"#,
                theirs: #"\"v\":0"#,
                isUnreadable: true
            ),
            Difference(
                testDescription: "fields that are not known, and others missing",
                ours: #"\"stop_signal\":"#,
                theirs: #"\"stop_with_s\":"#
            ),
            Difference(
                testDescription: "a value of a kind that is not known",
                ours: ##"\"pids_limit\":\"#1"##,
                theirs: #"\"pids_limit\":\"?1"#,
                isUnreadable: true
            ),
            Difference(
                testDescription: "another scheme of all labels",
                ours: #""io.manifold.schema":"1""#,
                theirs: #""io.manifold.schema":"0""#
            ),
        ]

        private static let manifest = """
            services:
              app:
                <<: *small
                environment: {GREETING: hello, EMPTY: ""}
                labels: {com.example.part: kitchen}
                healthcheck: {test: "true", interval: 300ms}
                stop_signal: SIGINT
                user: nobody
                working_dir: /tmp
                cap_drop: [MKNOD]
                ulimits: {nofile: 200}
                restart: unless-stopped
                mem_limit: 64m
                pids_limit: 100
                ports: ["80"]
                volumes: ["data:/data", /anonymous]
                tmpfs: /run
                networks: {front: {aliases: [other]}}
              image:
                image: manifold/appliance:1
                healthcheck: {disable: true}
                pids_limit: 100
                stop_signal: SIGINT
            networks:
              front: {internal: true, labels: {a: b}}
            volumes:
              data: {labels: {a: b}}
            """

        @Test("what another version wrote into labels explains less, and makes no work", arguments: differences)
        func none(_ difference: Difference) async throws {
            let socket = try #require(Engine.socketPath)
            try await TestSystem.run(Self.manifest) { system in
                _ = try await SocketProxy.run(
                    to: socket,
                    rewriting: { request, body in
                        // The revision record is another matter: it says whose all is.
                        request.target.hasPrefix("/volumes")
                            ? body : body.replacing(difference.ours, with: difference.theirs)
                    }
                ) { proxy in
                    try await system.apply("-H", proxy.address)
                }
                let app = system.container("app")
                let labels = try await system.inspect(app, "{{json .Config.Labels}}")
                #expect(labels.contains(difference.theirs), "what was to be another version's is not: \(labels)")
                let run = try await system.run(of: app)
                try await system.planIsEmpty()
                try await system.apply()
                #expect(try await system.run(of: app) == run)

                try system.edit("GREETING: hello", "GREETING: good day")
                try await system.plan().changesOnly("service.app[1]").says("replace \(app)", "environment.GREETING: ")
                    .says(difference.isUnreadable ? "differs from the manifest" : "manifest changed")
                    .saysNothing(of: "drift")
                try await system.apply()
                try await system.planIsEmpty()
            }
        }
    }
}
