import Foundation
@testable import ManifoldDocker
import Testing

@Suite("The holder of a lock")
struct LockHolderTests {
    private static let me = LockHolder.current(command: "manifold apply", environment: ["USER": "ann"])

    @Test("who asks is alive, and says enough to be found again")
    func current() {
        let holder = Self.me
        #expect(!holder.isDead)
        #expect(holder.processID == ProcessInfo.processInfo.processIdentifier)
        #expect(holder.user == "ann")
        #expect(!holder.host.isEmpty)
        #expect(holder.time > 1_700_000_000)
        #if os(Linux)
        #expect(!holder.processStart.isEmpty)
        #expect(!holder.boot.isEmpty)
        #endif
    }

    @Test("of a process elsewhere nobody can say that it is dead: another host, machine or process namespace")
    func elsewhere() async throws {
        let holder = try await LockHolder.dead()
        #expect(holder.isDead)
        #expect(!holder.changed(host: "another-host").isDead)
        #expect(!holder.changed(machine: "another-machine").isDead)
        #expect(!holder.changed(namespace: "another-namespace").isDead)
        #expect(!holder.changed(boot: "").isDead, "a system that does not say which start of the machine it is")
    }

    @Test("behind another start of the machine every process is dead; two machines of one name are no such thing")
    func otherBoot() {
        let isKnown = !Self.me.machine.isEmpty
        #expect(Self.me.changed(boot: "another-boot").isDead == isKnown)
        #expect(!Self.me.changed(boot: "another-boot", machine: "another-machine").isDead)
    }

    @Test("a process that has ended is dead, one that runs is not")
    func process() async throws {
        let sleeper = try Sleeper()
        let holder = try LockHolder(of: sleeper.id)
        #expect(!holder.isDead)
        try await sleeper.end()
        #expect(holder.isDead)
    }

    @Test("another process under the same id is not the holder: it began at another time")
    func reuse() {
        #expect(Self.me.changed(processStart: "1").isDead)
        #expect(!Self.me.changed(processStart: Self.me.processStart).isDead)
    }

    @Test("a program's name with blanks and parentheses in it does not confuse the count of fields")
    func oddName() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ut-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "x) R 1 (y")
        try FileManager.default.copyItem(at: URL(filePath: "/bin/sleep"), to: program)
        let sleeper = try Sleeper(program)
        let holder = try LockHolder(of: sleeper.id)
        #expect(!holder.isDead)
        #expect(holder.changed(processStart: "0").isDead)
        try await sleeper.end()
    }

    @Test(
        "the page of the job is taken from where each CI says it",
        arguments: [
            (
                [
                    "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "a/b", "GITHUB_RUN_ID": "7",
                    "CI_JOB_URL": "https://other",
                ], "https://github.com/a/b/actions/runs/7"
            ),
            (["CI_JOB_URL": "https://gitlab/1", "BUILD_URL": "https://jenkins/1"], "https://gitlab/1"),
            (["BUILD_URL": "https://jenkins/1"], "https://jenkins/1"), (["GITHUB_RUN_ID": "7"], nil), ([:], nil),
        ] as [([String: String], String?)]
    )
    func job(environment: [String: String], page: String?) {
        #expect(LockHolder.current(command: "x", environment: environment).job == page)
    }

    @Test("a person is told who, where, with what, and on which page")
    func words() {
        let holder = LockHolder.current(
            command: "manifold apply",
            environment: ["USER": "ann", "BUILD_URL": "https://ci/1"]
        )
        let words = holder.description
        for part in ["ann", holder.host, "\(holder.processID)", "`manifold apply`", "https://ci/1"] {
            #expect(words.contains(part))
        }
        #expect(LockHolder.current(command: "x", environment: ["LOGNAME": "bob"]).user == "bob")
        #expect(LockHolder.current(command: "x", environment: [:]).user.hasPrefix("uid "))
    }
}
