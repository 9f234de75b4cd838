import DockerEngine
import Foundation
import ManifoldGraph
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import Testing

/// The lock against a real engine: what it rests on is what that does when several ask at once.
@Suite("The lock of a system", .enabled { await RealEngine.answers() })
struct RevisionLockTests {
    private static let me = LockHolder.current(command: "unit test", environment: ["USER": "ann"])

    @Test("on a system without a record the first one gets the lock, and the record is there")
    func first() async throws {
        try await RealEngine.run { session, system in
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            #expect(try await lock.isHeld())
            let revisions = try await session.revisions(of: system)
            #expect(revisions.map(\.number) == [0, 1])
            #expect(revisions.holder == Self.me)
            #expect(revisions[0].record?.key == revisions[1].record?.key)
            #expect(revisions[0].record?.holder == nil)
        }
    }

    @Test("while one holds it no other gets it, and is told who has it and what to do")
    func refused() async throws {
        try await RealEngine.run { session, system in
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            do throws(SessionProblem) {
                _ = try await session.acquire(system, as: Self.me, waiting: .zero)
                Issue.record("two hold the lock")
            } catch {
                #expect(error.message.contains("ann"))
                #expect(error.message.contains(system))
                #expect(error.help?.contains("manifold unlock") == true)
            }
            #expect(try await lock.isHeld())
            try await lock.release(isFinished: true)
        }
    }

    @Test("given back, it leaves one revision that is nobody's, and the next one gets it under the same key")
    func released() async throws {
        try await RealEngine.run { session, system in
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            let key = try await session.revisions(of: system).last?.record?.key
            try await lock.release(isFinished: true, completed: ["c1"])
            var revisions = try await session.revisions(of: system)
            #expect(revisions.count == 1)
            #expect(revisions[0].record?.holder == nil)
            #expect(revisions[0].record?.isFinished == true)
            #expect(revisions[0].record?.completed == ["c1"])
            let next = try await session.acquire(system, as: Self.me, waiting: .zero)
            revisions = try await session.revisions(of: system)
            #expect(revisions.last?.record?.key == key)
            #expect(revisions.last?.record?.completed == ["c1"])
            try await next.release(isFinished: true)
        }
    }

    @Test("who waits gets it when it is given back")
    func waiting() async throws {
        try await RealEngine.run { session, system in
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            async let other = session.acquire(system, as: Self.me, waiting: .seconds(20))
            try await Task.sleep(for: .milliseconds(400))
            try await lock.release(isFinished: true)
            #expect(try await other.isHeld())
        }
    }

    @Test("the lock of a process that has died is taken over, and a dead one's return changes nothing any more")
    func takenOver() async throws {
        try await RealEngine.run { session, system in
            let holder = try await LockHolder.dead()
            let dead = try await session.acquire(system, as: holder, waiting: .zero)
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            #expect(try await lock.isHeld())
            #expect(try await !dead.isHeld())
            await #expect(throws: SessionProblem.self) { try await dead.announceNothing(system) }
            #expect(try await lock.isHeld())
            try await lock.release(isFinished: true)
            #expect(try await session.revisions(of: system).count == 1)
        }
    }

    @Test("unlocking says whose it was, and who was exceeded notices before he does anything")
    func unlocked() async throws {
        try await RealEngine.run { session, system in
            #expect(try await session.unlock(system: system, as: Self.me) == nil)
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            #expect(try await session.unlock(system: system, as: Self.me) == Self.me)
            #expect(try await !lock.isHeld())
            await #expect(throws: SessionProblem.self) { try await lock.announceNothing(system) }
            await #expect(throws: SessionProblem.self) { try await lock.release(isFinished: true) }
            let revisions = try await session.revisions(of: system)
            #expect(revisions.count == 1)
            #expect(revisions[0].record?.isFinished == true, "nothing had been announced")
        }
    }

    @Test("what is announced is written before it is done: members, in place values, an end that is open")
    func announced() async throws {
        try await RealEngine.run { session, system in
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            try await lock.announceNothing(system)
            #expect(try await lock.isHeld())
            let record = try #require(try await session.revisions(of: system).last?.record)
            #expect(!record.isFinished)
            #expect(record.members == ["service.web[1]"])
            #expect(record.holder == Self.me)
            try await lock.release(isFinished: false)
            #expect(try await session.revisions(of: system).last?.record?.isFinished == false)
        }
    }

    @Test("contents that were written and told of are in the record when the lock is given back")
    func contents() async throws {
        try await RealEngine.run { session, system in
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            let files = FieldValue<SealedText>.map(["/a": .text(SealedText(digest: "abc", shown: nil))])
            try await lock.release(isFinished: false, contents: ["c1": ["files": files]])
            let record = try #require(try await session.revisions(of: system).last?.record)
            #expect(record.facts.inPlace == ["c1": ["files": files]])
        }
    }

    @Test("eight who contend are never inside at the same time, and each gets in")
    func contenders() async throws {
        try await RealEngine.run { session, system in
            let room = Room()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<3 { try await Self.visit(room, of: system, in: session) }
                    }
                }
                try await group.waitForAll()
            }
            #expect(await room.visits == 24)
            #expect(await room.most == 1)
            #expect(try await session.revisions(of: system).holder == nil)
        }
    }

    private static func visit(_ room: Room, of system: String, in session: EngineSession) async throws {
        let lock = try await session.acquire(system, as: me, waiting: .seconds(120))
        await room.enter()
        #expect(try await lock.isHeld())
        try await Task.sleep(for: .milliseconds(5))
        #expect(try await lock.isHeld())
        await room.leave()
        try await lock.release(isFinished: true)
    }

    @Test("dissolving leaves nothing, and a new system begins with another key")
    func dissolved() async throws {
        try await RealEngine.run { session, system in
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            let key = try await session.revisions(of: system).last?.record?.key
            try await lock.announceNothing(system)
            try await lock.dissolve()
            #expect(try await session.revisions(of: system).isEmpty)
            #expect(try await !lock.isHeld())
            _ = try await session.acquire(system, as: Self.me, waiting: .zero)
            let next = try await session.revisions(of: system).last?.record?.key
            #expect(next != nil && next != key)
        }
    }

    @Test("a record that cannot be read is not overwritten")
    func unreadable() async throws {
        try await RealEngine.run { session, system in
            _ = try await session.client.volumes.create(
                VolumeCreate(
                    name: EngineNames.revision(system: system, number: 4),
                    labels: [LabelNames.system: system, LabelNames.revision: #"{"v":99}"#]
                )
            )
            await #expect(throws: SessionProblem.self) {
                try await session.acquire(system, as: Self.me, waiting: .zero)
            }
            #expect(try await session.revisions(of: system).map(\.number) == [4])
        }
    }

    @Test("numbers count as numbers: the tenth revision is higher than the ninth")
    func numbers() async throws {
        try await RealEngine.run { session, system in
            let store = RevisionStore(client: session.client, system: system)
            for number in [9, 10] { #expect(try await store.create(number, RevisionRecord())) }
            #expect(try await store.create(10, RevisionRecord()) == false, "somebody has that number")
            let lock = try await session.acquire(system, as: Self.me, waiting: .zero)
            #expect(try await session.revisions(of: system).map(\.number) == [9, 10, 11])
            try await lock.release(isFinished: true)
        }
    }
}

/// Counts who is inside at the same time.
private actor Room {
    private var inside = 0
    private(set) var most = 0
    private(set) var visits = 0

    func enter() {
        inside += 1
        visits += 1
        most = max(most, inside)
    }

    func leave() {
        inside -= 1
    }
}

extension RevisionLock {
    /// Announces a plan that does nothing.
    fileprivate func announceNothing(_ system: String) async throws(SessionProblem) {
        let desired = DesiredSystem(graph(), sealer: Sealer(key: [1]))
        let facts = SealedFacts(engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"))
        let plan = Plan(
            system: desired.system,
            engine: facts.engine,
            changes: [],
            notes: [],
            steps: [],
            unchangedCount: 0
        )
        try await announce(plan, for: desired, given: facts, from: nil)
    }
}
