import DockerEngine

extension Array where Element: Sendable {
    /// Asks the engine about every element, some at a time; results come in the order of the elements.
    ///
    /// Four to eight requests side by side are as fast as any number (measured on 20.10: 100 inspects, 45 ms one by one,
    /// 14 to 29 ms at four).
    func parallelMap<Result: Sendable>(
        _ transform: @Sendable @escaping (Element) async throws(EngineError) -> Result
    ) async throws(EngineError) -> [Result] {
        let width = 6
        return try await onlyEngineErrors {
            try await withThrowingTaskGroup(of: (Int, Result).self) { group in
                var results: [Result?] = Array<Result?>(repeating: nil, count: count)
                var next = 0
                func addNext() {
                    guard next < count else { return }
                    let index = next
                    let element = self[index]
                    next += 1
                    group.addTask { (index, try await transform(element)) }
                }
                for _ in 0..<width { addNext() }
                while let (index, result) = try await group.next() {
                    results[index] = result
                    addNext()
                }
                return results.compactMap { $0 }
            }
        }
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
