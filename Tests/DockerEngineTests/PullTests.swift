import DockerEngine
import ManifoldTestSupport
import Synchronization
import Testing

@Suite("Pulls")
struct PullTests {
    @Test(
        "a reference is sent as name and version, never without a version",
        arguments: [
            ("busybox", "fromImage=busybox&tag=latest"),
            ("busybox:1.36", "fromImage=busybox&tag=1.36"),
            ("localhost:5000/a/b", "fromImage=localhost%3A5000%2Fa%2Fb&tag=latest"),
            ("localhost:5000/a:x", "fromImage=localhost%3A5000%2Fa&tag=x"),
            ("a/b@sha256:00ff", "fromImage=a%2Fb&tag=sha256%3A00ff"),
        ]
    )
    func references(reference: String, query: String) async throws {
        try await withStub { _ in
            .chunks([])
        } _: { client, server in
            try await client.images.pull(reference)
            #expect(server.calls == ["POST /v1.41/images/create?\(query)"])
        }
    }

    @Test("messages arrive in order, wherever the parts of the answer are cut")
    func progress() async throws {
        let parts = [
            #"{"status":"Pulling from library/busybox","id":"1.36"}"# + "\r\n{\"sta",
            #"tus":"Downloading","id":"abc","progressDetail":{"current":5,"total":9}}"# + "\r", "\n\r\n",
            #"{"status":"Done","progressDetail":{}}"#,
        ]
        let messages = Messages()
        try await withStub { _ in
            .chunks(parts)
        } _: { client, _ in
            try await client.images.pull("busybox:1.36", platform: "linux/amd64") { messages.append($0) }
        }
        #expect(messages.all.map(\.status) == ["Pulling from library/busybox", "Downloading", "Done"])
        #expect(messages.all.map(\.id) == ["1.36", "abc", ""])
        #expect(messages.all[1].detail?.current == 5)
        #expect(messages.all[1].detail?.total == 9)
    }

    @Test("an error in the stream fails the pull, although the status was a good one")
    func failure() async throws {
        try await withStub { _ in
            .chunks([
                "{\"status\":\"Pulling\"}\r\n", #"{"errorDetail":{"message":"no space"},"error":"no space"}"# + "\r\n",
            ])
        } _: { client, _ in
            let error = await #expect(throws: EngineError.self) { try await client.images.pull("busybox") }
            #expect(error?.description == "the engine gave up on `POST /images/create`: no space")
        }
    }

    @Test("an error as the last message without a line feed is not lost")
    func unfinishedFailure() async throws {
        try await withStub { _ in
            .chunks([#"{"error":"denied","status":5}"#])
        } _: { client, _ in
            let call = EngineError.Call(method: "POST", path: "/images/create")
            await #expect(throws: EngineError.failedInStream(call, message: "denied")) {
                try await client.images.pull("busybox")
            }
        }
    }

    @Test("a stream that breaks off is an error")
    func brokenOff() async throws {
        try await withStub { _ in
            .chunks(["{\"status\":\"Pulling\"}\r\n"], end: .closed)
        } _: { client, _ in
            let call = EngineError.Call(method: "POST", path: "/images/create")
            await #expect(throws: EngineError.closed(call)) { try await client.images.pull("busybox") }
        }
    }
}

private final class Messages: Sendable {
    private let list = Mutex<[PullProgress]>([])

    var all: [PullProgress] { list.withLock { $0 } }

    func append(_ message: PullProgress) {
        list.withLock { $0.append(message) }
    }
}
