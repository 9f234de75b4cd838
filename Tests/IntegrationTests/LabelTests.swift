import Testing

extension OnEngine.Everyday {
    /// The labels that say what an object was made from stay small, and still serve.
    @Suite("labels") struct LabelTests {
        @Test("a service with 120 long variables has a small label, an empty next plan, and no change is missed")
        func budget() async throws {
            let variables = (1...120)
                .map { number in
                    "      VARIABLE_NUMBER_\(number): \(String(repeating: "long value \(number) ", count: 12))"
                }
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    environment:
                \(variables.joined(separator: "\n"))
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                let label = try await system.inspect(app, #"{{index .Config.Labels "io.manifold.spec"}}"#)
                #expect(label.utf8.count <= 2048)
                #expect(!label.contains("long value"))
                let all = try await system.inspect(
                    app,
                    "{{range $key, $value := .Config.Labels}}{{$key}}{{$value}}{{end}}"
                )
                #expect(all.utf8.count <= 4096)
                try await system.planIsEmpty()

                try system.edit(variables[6] + "\n", "")
                try await system.plan().changesOnly("service.app[1]").says("environment.VARIABLE_NUMBER_7: ")
                    .saysNothing(of: "VARIABLE_NUMBER_8")
                try await system.apply()
                let environment = try await system.inspect(app, "{{range .Config.Env}}{{println .}}{{end}}")
                #expect(!environment.contains("VARIABLE_NUMBER_7="))
                try await system.planIsEmpty()
            }
        }

        @Test("an image that was committed from one of our containers does not make its containers ours")
        func committed() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                """
            ) { system in
                try await system.apply()
                let image = "manifold/\(system.name):committed"
                try await system.docker("commit", system.container("app"), image)
                let copy = "\(system.name)-copy"
                try await system.docker("run", "-d", "--init", "--name", copy, image, "sleep", "3600")
                let run = try await system.run(of: copy)
                try await system.planIsEmpty()
                try await system.manifold("destroy", "--auto-approve").ended()
                #expect(try await system.run(of: copy) == run)
            }
        }
    }
}
