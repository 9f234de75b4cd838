import DockerEngine
@testable import ManifoldDocker
import Synchronization
import Testing

@Suite("Asking many things at once")
struct ParallelMapTests {
    @Test("answers come in the order of the questions, each of which is asked once", arguments: [0, 1, 5, 6, 7, 100])
    func order(count: Int) async throws {
        let asked = Mutex<[Int]>([])
        let numbers = Array(0..<count)
        let answers = try await numbers.parallelMap { number throws(EngineError) in
            asked.withLock { $0.append(number) }
            await Task.yield()
            return number * 2
        }
        #expect(answers == numbers.map { $0 * 2 })
        #expect(asked.withLock { $0.sorted() } == numbers)
    }

    @Test("six wait for an answer at a time, and no more", .timeLimit(.minutes(1)))
    func width() async throws {
        let waiting = Mutex((now: 0, most: 0))
        _ = try await Array(0..<60)
            .parallelMap { _ throws(EngineError) in
                waiting.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                while waiting.withLock({ $0.most < 6 }) { await Task.yield() }
                for _ in 0..<10 { await Task.yield() }
                waiting.withLock { $0.now -= 1 }
            }
        #expect(waiting.withLock { $0.now } == 0)
        #expect(waiting.withLock { $0.most } == 6)
    }

    @Test("the error of a question is that of all, and the others do not go on for long")
    func failure() async {
        let call = EngineError.Call(method: "GET", path: "/containers/c7/json")
        let asked = Mutex(0)
        await #expect(throws: EngineError.closed(call)) {
            try await Array(0..<1000)
                .parallelMap { number throws(EngineError) in
                    asked.withLock { $0 += 1 }
                    if number == 7 { throw EngineError.closed(call) }
                    // A request under way is given up when its task is.
                    do { try await Task.sleep(for: .milliseconds(20)) } catch { throw .cancelled(call) }
                }
        }
        #expect(asked.withLock { $0 } < 1000)
    }
}
