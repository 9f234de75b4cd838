import Foundation
import Testing

/// Takes a table of the truth matrix through its rounds on one system, all rows side by side.
struct MatrixRun {
    let system: TestSystem
    let rows: [MatrixRow]
    /// The row that each line of the manifest belongs to.
    private var owners: [Int: String] = [:]
    /// How much was not as the table says.
    private(set) var problems = 0

    init(_ rows: [MatrixRow], on system: TestSystem) {
        self.rows = rows
        self.system = system
    }

    /// Runs all rounds.
    mutating func run() async throws {
        try await run(rows.map { ($0, $0.preparation) })
        try declare(after: 0)
        try await settle()
        for number in 0..<(rows.map(\.rounds.count).max() ?? 0) { try await runRound(number) }
    }

    private mutating func runRound(_ number: Int) async throws {
        let rounds = rows.filter { $0.rounds.count > number }.map { (row: $0, round: $0.rounds[number]) }
        let settled = try await views()
        try declare(after: number + 1)
        try await run(
            rounds.map { row, round in
                if case .live(let commands) = round.mutation { (row, commands) } else { (row, []) }
            }
        )
        try await expectErrors(rounds)
        let changed = try await views()
        let plan = try await system.manifold("plan", "--detailed-exitcode")
        let isEmpty = rounds.allSatisfy { $0.round.changes.isEmpty }
        try #require(plan.status == .code(isEmpty ? 0 : 2), "round \(number + 1): \(plan)")
        compare(plan, with: rounds)
        compareNotes(plan, after: number + 1)
        try await settle()
        let mended = try await views()
        compareContainers(changed, mended, rounds)
        for (row, round) in rounds {
            if case .live = round.mutation, !round.isMendedByChange { compareViews(settled, mended, row) }
            for (template, value) in round.answers {
                let answer = try await system.inspect(
                    row.expand("APP", in: system.name),
                    row.expand(template, in: system.name)
                )
                let text = row.collapse(answer, in: system.name)
                if text == value { continue }
                problem("\(row.title): \(template) is \(text) and not \(value), round \(number + 1)")
            }
        }
    }

    /// Applies, and expects that there is nothing to do any more.
    ///
    /// What follows would mean nothing after an apply that failed.
    private mutating func settle() async throws {
        let applied = try await system.manifold("apply", "--auto-approve")
        try #require(applied.status == .code(0), "\(applied)")
        let plan = try await system.manifold("plan", "--detailed-exitcode")
        if plan.status != .code(0) { problem("after an apply there is something to do: \(plan)") }
    }

    // MARK: What is expected

    private mutating func compare(_ plan: Finished, with rounds: [(row: MatrixRow, round: MatrixRound)]) {
        var actual = PlannedChange.all(in: plan.output) { line, address in
            owners[line].map { address.contains($0) } ?? false
        }
        for (row, round) in rounds {
            for change in round.changes {
                let expected = expand(change, row)
                let alike = actual.firstIndex(of: expected) ?? actual.firstIndex { $0.address == expected.address }
                let found = alike.map { actual.remove(at: $0) }
                guard found != expected else { continue }
                let says = row.collapse(found?.text ?? "nothing", in: system.name)
                problem("\(row.title): the plan says\n  \(says)\nand not\n  \(change.text)")
            }
        }
        for change in actual {
            problem("nothing is to be changed but \(title(of: change.address)): \(change.text)")
        }
    }

    /// Expects the notes of the round, and of those before, which stay.
    private mutating func compareNotes(_ plan: Finished, after count: Int) {
        let marks = ["note: ", "warning: "]
        let notes = plan.output.split(separator: "\n").filter { line in marks.contains { line.hasPrefix($0) } }
            .map { String($0.split(separator: ": ", maxSplits: 1)[1]) }
        var allowed: Set<String> = []
        for row in rows {
            for (number, round) in row.rounds.prefix(count).enumerated() {
                let expected = round.notes.map { row.expand($0, in: system.name) }
                allowed.formUnion(expected)
                let missing = number + 1 == count ? expected.filter { !notes.contains($0) } : []
                for note in missing { problem("\(row.title): the plan does not note \(note.debugDescription)") }
            }
        }
        for note in notes where !allowed.contains(note) { problem("nothing is to be noted: \(note)") }
    }

    /// Expects that a round's obstacles keep everything from being done, and takes them away.
    private mutating func expectErrors(_ rounds: [(row: MatrixRow, round: MatrixRound)]) async throws {
        let expected = rounds.flatMap { row, round in round.errors.map { row.expand($0, in: system.name) } }
        guard !expected.isEmpty else { return }
        let objects = try await system.objects()
        for command in ["plan", "apply"] {
            let arguments = command == "plan" ? [command] : [command, "--auto-approve"]
            let result = try await system.manifold(arguments: arguments).ended(with: 1)
            let errors = result.text.split(separator: "\n")
                .compactMap { $0.firstMatch(of: /^error\[(\S+)\]: (.*)$/).map { "\($0.1): \($0.2)" } }
            if errors.sorted() != expected.sorted() {
                problem("\(command) has the errors \(errors) and not \(expected)")
            }
        }
        if try await system.objects() != objects { problem("an apply with errors has changed something") }
        try await run(rounds.map { ($0.row, $0.round.ways) })
    }

    /// Expects that containers go on exactly where the plan said so.
    private mutating func compareContainers(
        _ before: [String: EngineView],
        _ after: [String: EngineView],
        _ rounds: [(row: MatrixRow, round: MatrixRound)]
    ) {
        let changes = rounds.flatMap { row, round in round.changes.map { expand($0, row) } }
        let planned = Dictionary(changes.map { ($0.address, $0) }) { first, _ in first }
        for (address, view) in before {
            guard let now = after[address] else {
                if planned[address]?.headline.hasPrefix("destroy") != true { problem("\(title(of: address)) is gone") }
                continue
            }
            let keepsContainer = planned[address]?.keepsContainer ?? true
            let keepsProcess = planned[address]?.keepsProcess ?? true
            if (now.id == view.id) != keepsContainer {
                problem("\(title(of: address)): \(keepsContainer ? "another container" : "still the same container")")
            }
            if (now.started == view.started) != keepsProcess {
                problem("\(title(of: address)): \(keepsProcess ? "another process" : "still the same process")")
            }
        }
    }

    /// Expects that the row's containers are again what they were before somebody touched them.
    private mutating func compareViews(_ before: [String: EngineView], _ after: [String: EngineView], _ row: MatrixRow)
    {
        for (address, view) in before where address.contains(row.name) {
            let now = after[address]?.lines ?? []
            let lost = view.lines.subtracting(now).sorted()
            let gained = now.subtracting(view.lines).sorted()
            if lost.isEmpty, gained.isEmpty { continue }
            problem("\(row.title): \(address) was \(lost) and is \(gained)")
        }
    }

    private func expand(_ change: PlannedChange, _ row: MatrixRow) -> PlannedChange {
        PlannedChange(
            address: row.expand(change.address, in: system.name),
            headline: row.expand(change.headline, in: system.name),
            details: change.details.map { row.expand($0, in: system.name) }
        )
    }

    private func title(of address: String) -> String {
        rows.first { address.contains($0.name) }.map { "\($0.title) (\(address))" } ?? address
    }

    private mutating func problem(_ text: String) {
        problems += 1
        Issue.record("\(text)")
    }

    // MARK: What is done

    /// Runs the commands of each row in their order, rows side by side.
    private func run(_ commands: [(row: MatrixRow, commands: [String])]) async throws {
        let system = system
        try await commands.filter { !$0.commands.isEmpty }
            .inParallel { row, commands in
                for command in commands {
                    let text = row.expand(command, in: system.name)
                    try await Program.run("sh", ["-ec", text], in: system.directory.path).ended()
                }
            }
    }

    private func views() async throws -> [String: EngineView] {
        let ids = try await system.docker("ps", "-aq", "--filter", "label=io.manifold.system=\(system.name)").words
        guard !ids.isEmpty else { return [:] }
        return try EngineView.all(in: await Program.run("docker", ["inspect"] + ids, in: "/").ended().output)
    }

    /// Writes the manifest of all rows as it is after some rounds.
    private mutating func declare(after count: Int) throws {
        var lines: [(text: String, row: String?)] = [("services:", nil)]
        var sections: [(MatrixManifest.Section, String, MatrixRow)] = []
        for row in rows {
            for (section, texts) in row.manifest(after: count).lines.sorted(by: { $0.key < $1.key }) {
                if case .service(let further) = section {
                    let name = further.isEmpty ? row.name : "\(row.name)-\(further)"
                    lines.append(("  \(name):", row.name))
                    lines += (["<<: *small"] + texts).map { ("    " + row.expand($0, in: system.name), row.name) }
                } else {
                    sections += texts.map { (section, row.expand($0, in: system.name), row) }
                }
            }
        }
        for (section, key) in [
            (MatrixManifest.Section.networks, "networks:"), (.volumes, "volumes:"), (.configs, "configs:"),
            (.secrets, "secrets:"),
        ] {
            let entries = sections.filter { $0.0 == section }
            if !entries.isEmpty { lines.append((key, nil)) }
            lines += entries.map { ("  " + $0.1, $0.2.name) }
        }
        let offset = try system.declare(lines.map(\.text).joined(separator: "\n"))
        owners = [:]
        for (index, line) in lines.enumerated() { owners[offset + index + 1] = line.row }
    }
}

extension Array where Element: Sendable {
    /// Does something with each element, four at a time.
    func inParallel(_ body: @Sendable @escaping (Element) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, element) in enumerated() {
                if index >= 4 { try await group.next() }
                group.addTask { try await body(element) }
            }
            try await group.waitForAll()
        }
    }
}
