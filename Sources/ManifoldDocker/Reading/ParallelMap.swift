import DockerEngine
import SideBySide
import Synchronization

/// Bytes that fit what a worker makes of its answers, as a rule.
private let answerMemory = 1 << 20

extension Array where Element: Sendable {
    /// Asks the engine about every element, some at a time; results come in the order of the elements.
    ///
    /// The questions are asked on the threads that serve the connections, so nothing in them may block or take long.
    ///
    /// Four to eight requests side by side are as fast as any number (measured on 20.10: 100 inspects, 45 ms one by one,
    /// 14 to 29 ms at four).
    func parallelMap<Result: Sendable>(
        _ transform: @Sendable @escaping (Element) async throws(EngineError) -> Result
    ) async throws(EngineError) -> [Result] {
        let width = Swift.min(6, count)
        let next = Counter()
        return try await onlyEngineErrors {
            try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
                for worker in 0..<width {
                    let executors = EngineClient.executors
                    group.addTask(executorPreference: executors[worker % executors.count]) {
                        ThreadMemory.grow(by: answerMemory)
                        var results: [(Int, Result)] = []
                        while let index = next.take(below: count) {
                            results.append((index, try await transform(self[index])))
                        }
                        return results
                    }
                }
                var results = [Result?](repeating: nil, count: count)
                for try await part in group {
                    for (index, result) in part { results[index] = result }
                }
                return results.compactMap { $0 }
            }
        }
    }
}

/// Hands out indices, each once.
private final class Counter: Sendable {
    private let next = Atomic(0)

    func take(below end: Int) -> Int? {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < end ? index : nil
    }
}

/// Does what asks the engine several things at once, in which the language loses sight of the type of errors.
func onlyEngineErrors<Result>(_ body: () async throws -> Result) async throws(EngineError) -> Result {
    do {
        return try await body()
    } catch let error as EngineError {
        throw error
    } catch {
        preconditionFailure("the engine client throws only engine errors, not \(error)")
    }
}
