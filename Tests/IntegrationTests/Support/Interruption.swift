import Synchronization
import Testing
import ManifoldTestSupport

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An exact point in the conversation of an apply with its engine.
struct Moment: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let method: String
    /// What the request's target begins with, in which a star stands for any id.
    let target: String
    /// Which of all such requests it is, from 1.
    var count = 1
    /// Whether the engine has done what it was asked for.
    let isDone: Bool

    static func before(_ description: String, _ method: String, _ target: String, count: Int = 1) -> Moment {
        Moment(testDescription: description, method: method, target: target, count: count, isDone: false)
    }

    static func after(_ description: String, _ method: String, _ target: String, count: Int = 1) -> Moment {
        Moment(testDescription: description, method: method, target: target, count: count, isDone: true)
    }

    func matches(_ request: SocketProxy.Request) -> Bool {
        guard request.method == method else { return false }
        let wanted = target.split(separator: "/")
        let path = request.target.split(separator: "/")
        guard path.count >= wanted.count else { return false }
        return zip(wanted, path).allSatisfy { $0 == "*" || $1 == $0 || $1.hasPrefix("\($0)?") }
    }
}

/// The id of a process, once it has begun.
final class ProcessSlot: Sendable {
    private let content = Mutex<Int32?>(nil)

    var id: Int32? { content.withLock { $0 } }

    func fill(_ id: Int32) {
        content.withLock { $0 = id }
    }
}

/// Something that opens once; who waits for it goes on then.
final class Gate: Sendable {
    private let opened = Mutex(false)

    func open() {
        opened.withLock { $0 = true }
    }

    func wait() async {
        while !opened.withLock({ $0 }) {
            do { try await Task.sleep(for: .milliseconds(10)) } catch { return }
        }
    }
}

extension TestSystem {
    /// Applies, and kills the apply with SIGKILL at a moment.
    func applyKilled(at moment: Moment, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let socket = try #require(Engine.socketPath, sourceLocation: sourceLocation)
        let seen = Mutex(0)
        let process = ProcessSlot()
        let killed = try await SocketProxy.run(
            to: socket,
            judging: { request in
                guard moment.matches(request) else { return .pass }
                let isTheOne = seen.withLock { seen in
                    seen += 1
                    return seen == moment.count
                }
                guard isTheOne else { return .pass }
                return moment.isDone ? .cutAnswer : .cutRequest
            },
            whenCutting: {
                if let id = process.id { _ = kill(id, SIGKILL) }
            }
        ) { proxy in
            try await manifold(
                "apply",
                "--auto-approve",
                "-H",
                proxy.address,
                started: { process.fill($0) }
            )
        }
        #expect(killed.status == .signal(SIGKILL), "\(killed)", sourceLocation: sourceLocation)
    }

    /// Applies through a proxy that holds the apply at a moment for as long as `body` runs, which gets the process's id.
    func applyHeld(
        at moment: Moment,
        _ body: @Sendable (TestSystem, Int32) async throws -> Void
    ) async throws -> Finished {
        let socket = try #require(Engine.socketPath)
        let process = ProcessSlot()
        let reached = Gate()
        let released = Gate()
        return try await SocketProxy.run(
            to: socket,
            judging: { request in
                if moment.matches(request) {
                    reached.open()
                    await released.wait()
                }
                return .pass
            }
        ) { proxy in
            async let held = manifold(
                "apply",
                "--auto-approve",
                "-H",
                proxy.address,
                started: { process.fill($0) }
            )
            await reached.wait()
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(self, try #require(process.id)))
            } catch {
                result = .failure(error)
            }
            released.open()
            let finished = try await held
            try result.get()
            return finished
        }
    }
}
