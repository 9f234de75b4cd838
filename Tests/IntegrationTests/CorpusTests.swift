import Foundation
import ManifoldTestSupport
import Testing

/// Real projects: what was applied is as it should be, whatever the engine makes of it.
@Suite(
    "no false differences",
    .needsEngine,
    .enabled(if: ComposeCorpus.isPresent, "the corpus is not beside the checkout; set MANIFOLD_CORPUS"),
    .serialized,
    .timeLimit(.minutes(60))
)
struct CorpusTests {
    private static let ports = PortRange()
    /// With other defaults, which the engine shows in containers that were there before; and the last with a newer engine.
    private static let restarts = [
        "--default-ulimit nofile=1000:2000 --log-opt max-size=9m --default-shm-size 32m --default-ipc-mode shareable",
        "--newer",
    ]

    @Test("after an apply of a project of the corpus there is nothing to do")
    func projects() async throws {
        let findings = CorpusFindings()
        try await Self.share(of: 16)
            .inParallel { project in
                guard let model = try project.model else { return findings.skipped("has no services") }
                try await TestSystem.run { system in
                    let local = try Self.declare(model, in: system)
                    let applied = try await system.manifold("apply", "--auto-approve")
                    if let reason = applied.refusal { return findings.skipped(reason) }
                    let plan = try await system.manifold("plan", "--detailed-exitcode")
                    if applied.status == .code(0) {
                        if plan.status != .code(0) { Issue.record("\(project.name): \(plan)") }
                        findings.ran(services: model["services"]?.entries.count ?? 0, without: local.leftOut)
                    } else {
                        // What could not start is started by the next apply; but nothing else is to be done to it.
                        if plan.status != .code(2) || !plan.makesAndStartsOnly {
                            Issue.record("\(project.name): \(applied)\n\(plan)")
                        }
                        findings.skipped("the engine: \(applied.complaint)")
                    }
                }
            }
        print(findings.text)
        #expect(findings.count > 0)
    }

    @Test(
        "after a restart of the engine what it left stopped is started, and nothing else",
        .needsRestarts,
        arguments: restarts
    )
    func restart(_ flags: String) async throws {
        let applied = try await Self.applied(try Self.share(of: 24))
        defer { for (_, system) in applied { system.cleanUp() } }
        try await Program.run("sh", ["-ec", "\(Engine.restartCommand ?? "false") \(flags)"], in: "/").ended()
        var started = 0
        for (name, system) in applied {
            let stopped = try await system.stopped()
            let plan = try await system.manifold("plan", "--detailed-exitcode")
            let changes = PlannedChange.all(in: plan.output) { _, _ in true }
            let starts = changes.filter { $0.headline.hasPrefix("start ") }
            // Who shares a namespace has to begin anew when its owner has.
            let others = changes.filter { change in
                !change.headline.hasPrefix("start ") && !change.details.contains { $0.contains("namespaces it shares") }
                    && !change.details.contains { $0.hasPrefix("because ") && $0.hasSuffix(" is started") }
            }
            let isRight = Set(starts.map(\.address)) == stopped && others.isEmpty
            if !isRight { Issue.record("\(name), of which \(stopped) are stopped: \(plan)") }
            started += starts.count
            try await system.apply()
            try await system.planIsEmpty()
        }
        let version = try await Program.run("docker", ["version", "--format", "{{.Server.Version}}"], in: "/").line
        print(
            "after a restart of the engine, now \(version): \(applied.count) projects,",
            "in which \(started) containers were started again"
        )
        #expect(started > 0)
    }

    /// Applies projects one after the other, and leaves them running.
    private static func applied(_ projects: [ComposeCorpus.Case]) async throws -> [(String, TestSystem)] {
        var applied: [(String, TestSystem)] = []
        for project in projects {
            guard let model = try project.model else { continue }
            let system = try TestSystem()
            _ = try declare(model, in: system)
            if try await system.manifold("apply", "--auto-approve").status == .code(0) {
                applied.append((project.name, system))
            } else {
                system.cleanUp()
            }
        }
        return applied
    }

    private static func declare(_ model: JSONValue, in system: TestSystem) throws -> LocalProject {
        let local = try LocalProject(model, named: system.name, in: system.directory, ports: ports)
        try system.write("manifold.yaml", String(decoding: try JSONEncoder().encode(local.manifest), as: UTF8.self))
        return local
    }

    /// Every project that Compose accepts, or one of so many; `MANIFOLD_CORPUS_EVERY` says of how many.
    private static func share(of usual: Int) throws -> [ComposeCorpus.Case] {
        let every = ProcessInfo.processInfo.environment["MANIFOLD_CORPUS_EVERY"].flatMap { Int($0) } ?? usual
        return try ComposeCorpus.cases().filter { $0.verdict == .ok }.enumerated()
            .filter { $0.offset % max(every, 1) == 0 }.map(\.element)
    }
}

extension ComposeCorpus.Case {
    /// What Compose makes of it; nil where it has no services.
    fileprivate var model: JSONValue? {
        get throws {
            guard let model = try expected("expected.json"), model["services"]?.entries.isEmpty == false else {
                return nil
            }
            return model
        }
    }
}

extension TestSystem {
    /// Addresses of the containers that do not run, and did not come to a good end.
    fileprivate func stopped() async throws -> Set<String> {
        let format = #"{{.Label "io.manifold.address"}} {{.Status}}"#
        let lines = try await docker(
            "ps",
            "-a",
            "--filter",
            "label=io.manifold.system=\(name)",
            "--filter",
            "status=exited",
            "--format",
            format
        )
        .output.split(separator: "\n")
        return Set(
            lines.filter { !$0.contains("Exited (0)") }.compactMap { $0.split(separator: " ").first.map { String($0) } }
        )
    }
}

extension Finished {
    /// The codes of the errors that kept an apply from beginning; nil where it began.
    fileprivate var refusal: String? {
        let codes = text.split(separator: "\n").compactMap { $0.prefixMatch(of: /error\[(\S+)\]/).map { String($0.1) } }
        return codes.isEmpty ? nil : Set(codes).sorted().joined(separator: ", ")
    }

    /// What the engine said first when something failed, without what is new each time.
    fileprivate var complaint: String {
        guard let answer = text.firstMatch(of: /the engine answered `[^`]*` with [0-9]+: ([^\n]*)/)?.1 else {
            return "?"
        }
        let known = answer.replacing(/[0-9a-f]{64}|mit-[a-z0-9-]+/, with: "…")
        return String(known.split(separator: ": ").suffix(2).joined(separator: ": ").prefix(100))
    }

    /// Whether a plan does nothing else than to make and to start.
    fileprivate var makesAndStartsOnly: Bool {
        !output.split(separator: "\n").contains { line in ["-/+ ", "~ ", "- "].contains { line.hasPrefix($0) } }
    }
}
