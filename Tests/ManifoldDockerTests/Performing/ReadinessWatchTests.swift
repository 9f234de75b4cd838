import DockerEngine
import ManifoldExecution
@testable import ManifoldDocker
import ManifoldTestSupport
import Synchronization
import Testing

@Suite("Waiting for a container")
struct ReadinessWatchTests {
    private static let started = #""StartedAt":"2026-11-24T10:00:00Z""#

    /// What a container does, look by look; the last stays.
    private static func running(_ health: String? = nil, pid: Int = 1, streak: Int = 0) -> String {
        let health = health.map { #","Health":{"Status":"\#($0)","FailingStreak":\#(streak)}"# } ?? ""
        return #"{"Status":"running","Pid":\#(pid),\#(started)\#(health)}"#
    }

    @Test("one with a health check is ready when that says healthy")
    func healthy() async throws {
        let looks = try await watch([Self.running("starting"), Self.running("starting"), Self.running("healthy")]) {
            try await $0.awaitReady("c")
        }
        #expect(looks == 3)
    }

    @Test("one that its check finds unhealthy is a failure, with the last words of the check")
    func unhealthy() async {
        let health =
            #""Health":{"Status":"unhealthy","FailingStreak":3,"Log":[{"ExitCode":7,"Output":"first\nno database"}]}"#
        let failure = await failure([#"{"Status":"running",\#(Self.started),\#(health)}"#]) {
            try await $0.awaitReady("c")
        }
        #expect(failure?.message.contains("is unhealthy") == true)
        #expect(failure?.details.contains("no database") == true)
        #expect(failure?.details.contains { $0.contains("code 7") } == true)
    }

    @Test("after a pause a container counts as unhealthy until its next check, and that is no failure")
    func afterPause() async throws {
        let looks = try await watch([Self.running("unhealthy"), Self.running("unhealthy"), Self.running("healthy")]) {
            try await $0.awaitReady("c")
        }
        #expect(looks == 3)
    }

    @Test("one without a health check is ready when it has run for a while as the same process")
    func settling() async throws {
        // By the fifth look a while has passed since the first, but not as one process.
        let looks = try await watch((1...6).map { Self.running(pid: $0) }) { try await $0.awaitReady("c") }
        #expect(looks > 6)
    }

    @Test("one that exits is a failure, with its exit code")
    func exited() async {
        let failure = await failure([Self.running(), #"{"Status":"exited","ExitCode":3,\#(Self.started)}"#]) {
            try await $0.awaitReady("c")
        }
        #expect(failure?.message.contains("exited with code 3") == true)
        #expect(failure?.message.contains("shop-web-1") == true)
    }

    @Test("one that ends well and is not to be started again is ready, and remembered")
    func endedWell() async throws {
        let completed = Mutex<Set<String>>([])
        _ = try await watch([#"{"Status":"exited","ExitCode":0,\#(Self.started)}"#]) { watch in
            try await watch.awaitReady("c")
            completed.withLock { $0 = watch.completed }
        }
        #expect(completed.withLock { $0 } == ["0123456789abcdef"])
    }

    @Test("one that the engine starts again and again is a failure: the count tells, not the state of the moment")
    func crashLoop() async {
        let looks = (0...3).map { (Self.running(pid: $0), $0) }
        let failure = await failure(looks.map(\.0), restarts: looks.map(\.1)) { try await $0.awaitReady("c") }
        #expect(failure?.message.contains("keeps crashing") == true)
    }

    @Test("a job is done when it has exited with 0, and failed with anything else", arguments: [0, 1, 137])
    func job(exitCode: Int) async {
        let failure = await failure([Self.running(), #"{"Status":"exited","ExitCode":\#(exitCode),\#(Self.started)}"#])
        {
            try await $0.awaitCompleted("c")
        }
        #expect((failure == nil) == (exitCode == 0))
        #expect(failure.map { $0.message.contains("code \(exitCode)") } ?? true)
    }

    @Test("a container that is removed while it is waited for is a failure, not a wait without end")
    func removed() async {
        let failure = await failure([Self.running("starting"), ""]) { try await $0.awaitReady("c") }
        #expect(failure != nil)
    }

    @Test("waiting ends when the apply is called off")
    func cancelled() async {
        let failure = await failure([Self.running("starting")], isCancelled: true) { try await $0.awaitReady("c") }
        #expect(failure?.message.contains("called off") == true)
    }

    /// How often the engine was asked until the waiting ended.
    private func watch(
        _ states: [String],
        restarts: [Int] = [],
        isCancelled: Bool = false,
        _ body: @Sendable (ReadinessWatch) async throws -> Void
    ) async throws -> Int {
        let looks = Mutex(0)
        try await withStubEngine(answering: { line, _ in
            guard line == "GET /containers/c/json" else { return nil }
            let look = looks.withLock { looks in
                looks += 1
                return min(looks, states.count) - 1
            }
            guard !states[look].isEmpty else { return .json(#"{"message":"No such container: c"}"#, status: 404) }
            let count = restarts.isEmpty ? 0 : restarts[look]
            let json = InspectSketch(state: states[look]).json
            return .json(#"{"RestartCount":\#(count),\#(json.dropFirst())"#)
        }) { client, _ in
            try await body(ReadinessWatch(client: client, isCancelled: { isCancelled }))
        }
        return looks.withLock { $0 }
    }

    private func failure(
        _ states: [String],
        restarts: [Int] = [],
        isCancelled: Bool = false,
        _ body: @Sendable (ReadinessWatch) async throws -> Void
    ) async -> OperationFailure? {
        do {
            _ = try await watch(states, restarts: restarts, isCancelled: isCancelled, body)
            return nil
        } catch let failure as OperationFailure {
            return failure
        } catch {
            return OperationFailure("\(error)")
        }
    }
}
