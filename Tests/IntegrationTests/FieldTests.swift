import Testing

extension OnEngine.Everyday {
    /// Every field of a container from its key in the manifest to the engine and back.
    @Suite("fields") struct FieldTests {
        @Test("a field that is added, changed and removed needs a new container, and then there is nothing left to do")
        func fixed() async throws {
            try await live(FieldRow.fixed, verb: "replace", removal: "replace")
        }

        @Test("a limit that is added, changed and removed is so in place, on the container that runs")
        func inPlace() async throws {
            try await live(FieldRow.inPlace, verb: "update", removal: "update")
        }

        @Test("a limit that cannot be taken away is added and changed in place, and removed with a new container")
        func lasting() async throws {
            try await live(FieldRow.lasting, verb: "update", removal: "replace")
        }

        /// Takes all rows through their lives at once, each service in one container.
        private func live(_ rows: [FieldRow], verb: String, removal: String) async throws {
            try await TestSystem.run(Self.manifest(rows) { _ in "labels: {}" }) { system in
                try await system.apply()
                let services = Set(rows.map(\.service))

                try system.declare(Self.manifest(rows, \.added))
                let adding = try await system.plan()
                for service in services { adding.says("\(verb) \(system.container(service))") }
                for row in rows { expect(adding, row, "manifest changed  manifold.yaml:") }
                let before = try await ids(of: services, in: system)
                try await system.apply()
                let after = try await ids(of: services, in: system)
                for service in services { #expect((before[service] == after[service]) == (verb == "update")) }
                for row in rows { try await expect(row, row.addedValue, in: system) }
                try await system.planIsEmpty()

                try system.declare(Self.manifest(rows, \.changed))
                let changes = rows.filter { $0.addedValue != $0.changedValue }
                if !changes.isEmpty {
                    let changing = try await system.plan()
                    for row in changes { expect(changing, row, row.change, "manifest changed") }
                    changing.saysNothing(of: "drift", "differs from")
                }
                try await system.apply()
                for row in rows { try await expect(row, row.changedValue, in: system) }
                try await system.planIsEmpty()

                try system.declare(Self.manifest(rows) { _ in "labels: {}" })
                let removing = try await system.plan()
                removing.says("manifest changed: no longer set").saysNothing(of: "drift")
                for service in services where service != "host" {
                    removing.says("\(removal) \(system.container(service))")
                }
                try await system.apply()
                try await system.planIsEmpty()
            }
        }

        /// Expects texts in the line of a plan that a field has, or in the next one where the line is broken.
        private func expect(_ plan: Finished, _ row: FieldRow, _ texts: String...) {
            let lines = plan.output.split(separator: "\n").map { $0.drop { $0 == " " } }
            let index = lines.firstIndex { $0.hasPrefix("\(row.path):") }
            let line = index.map { lines[$0...].prefix(2).joined(separator: " ") } ?? ""
            for text in texts { #expect(line.contains(text), "\(row.path) in: \(plan)") }
        }

        private func expect(_ row: FieldRow, _ value: String, in system: TestSystem) async throws {
            let answer = try await system.inspect(system.container(row.service), row.template)
            #expect(answer == value, "\(row.path)")
        }

        private func ids(of services: Set<String>, in system: TestSystem) async throws -> [String: String] {
            var ids: [String: String] = [:]
            for service in services { ids[service] = try await system.id(system.container(service)) }
            return ids
        }

        private static func manifest(_ rows: [FieldRow], _ text: (FieldRow) -> String) -> String {
            let services = Dictionary(grouping: rows, by: \.service).sorted { $0.key < $1.key }
            return "services:\n"
                + services.map { name, rows in
                    let settings = Set(rows.map(text)).sorted().map { "    \($0)\n" }.joined()
                    return "  \(name):\n    <<: *small\n\(settings)"
                }
                .joined()
        }
    }
}
