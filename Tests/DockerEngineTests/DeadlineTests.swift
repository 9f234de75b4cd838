import DockerEngine
import ManifoldTestSupport
import Synchronization
import Testing

@Suite("Deadlines")
struct DeadlineTests {
    static let networks = EngineError.Call(method: "GET", path: "/networks")

    @Test("a call that is not answered ends at its deadline")
    func silence() async throws {
        try await withStub { _ in
            StubAnswer(end: .silence)
        } _: { client, _ in
            try await client.ping()
            let client = client.with(timeouts: EngineTimeouts(call: .milliseconds(80)))
            await #expect(throws: EngineError.deadlinePassed(Self.networks, after: .milliseconds(80))) {
                try await client.networks.list()
            }
        }
    }

    @Test("an answer that begins and does not end is late too, and parts that keep coming do not help")
    func halfAnswer() async throws {
        try await withStub { _ in
            .chunks(Array(repeating: " ", count: 100), pause: .milliseconds(10))
        } _: { client, _ in
            try await client.ping()
            let client = client.with(timeouts: EngineTimeouts(call: .milliseconds(80)))
            await #expect(throws: EngineError.deadlinePassed(Self.networks, after: .milliseconds(80))) {
                try await client.networks.list()
            }
        }
    }

    @Test("a pull may take longer than its deadline as long as it is not silent")
    func pull() async throws {
        try await withStub { _ in
            .chunks(Array(repeating: "{\"status\":\"x\"}\r\n", count: 6), pause: .milliseconds(100))
        } _: { client, _ in
            try await client.ping()
            let timeouts = EngineTimeouts(call: .milliseconds(50), pullSilence: .milliseconds(400))
            let client = client.with(timeouts: timeouts)
            try await client.images.pull("busybox")
        }
    }

    @Test("a pull that falls silent ends")
    func silentPull() async throws {
        try await withStub { _ in
            .chunks(["{\"status\":\"x\"}\r\n"], end: .silence)
        } _: { client, _ in
            try await client.ping()
            let client = client.with(timeouts: EngineTimeouts(pullSilence: .milliseconds(80)))
            let call = EngineError.Call(method: "POST", path: "/images/create")
            await #expect(throws: EngineError.deadlinePassed(call, after: .milliseconds(80))) {
                try await client.images.pull("busybox")
            }
        }
    }

    @Test("a wait has the caller's deadline, and a stop its grace and thirty seconds")
    func longCalls() async throws {
        try await withStub { request in
            request.target.contains("/wait")
                ? .chunks([#"{"StatusCode":"#, "3}"], pause: .milliseconds(60))
                : StubAnswer(status: 200, parts: [[32]], pause: .milliseconds(120))
        } _: { client, server in
            try await client.ping()
            let client = client.with(timeouts: EngineTimeouts(call: .milliseconds(50)))
            let exit = try await client.containers.wait("a", until: .nextExit, for: .seconds(5))
            #expect(exit.statusCode == 3)
            try await client.containers.stop("a", grace: .milliseconds(1500))
            #expect(
                server.calls == [
                    "POST /v1.41/containers/a/wait?condition=next-exit", "POST /v1.41/containers/a/stop?t=2",
                ]
            )
        }
    }

    @Test("deadlines are measured with the client's clock")
    func injectedClock() async throws {
        try await StubServer.run { _ in
            StubAnswer(end: .silence)
        } _: { server in
            let endpoint = EngineEndpoint.unix(path: server.socketPath)
            let client = EngineClient(endpoint: endpoint, access: .readOnly, clock: HastyClock())
            let call = EngineError.Call(method: "GET", path: "/_ping")
            await #expect(throws: EngineError.deadlinePassed(call, after: .seconds(30))) { try await client.ping() }
            await client.shutDown()
        }
    }

    @Test("a cancelled task's call ends")
    func cancellation() async throws {
        try await withStub { _ in
            StubAnswer(end: .silence)
        } _: { client, _ in
            try await client.ping()
            let failure = await withTaskGroup(of: EngineError?.self) { group in
                group.addTask {
                    do throws(EngineError) {
                        _ = try await client.networks.list()
                        return nil
                    } catch {
                        return error
                    }
                }
                try? await Task.sleep(for: .milliseconds(50))
                group.cancelAll()
                return await group.next() ?? nil
            }
            #expect(failure == .cancelled(Self.networks))
        }
    }
}

/// A clock for which every sleep is over at once.
private struct HastyClock: Clock {
    let now = ContinuousClock.now
    let minimumResolution = Duration.zero

    func sleep(until _: ContinuousClock.Instant, tolerance _: Duration?) async throws {}
}
