import Dispatch
import Synchronization

/// Long lists, gone through on all processors at once.
extension Array where Element: Sendable {
    /// As many elements as are worth a start on another processor, when each costs as much as a service.
    private static var portion: Int { 128 }
    /// Bytes that fit what becomes of a portion of services.
    private static var portionMemory: Int { 2 << 20 }

    /// Whether there are so many elements that it pays to go through them side by side.
    package var isManyPortions: Bool { count >= 2 * Self.portion }

    /// What becomes of the elements, portion by portion in their order.
    ///
    /// The portions are the same on any number of processors.
    package func mapPortions<Result: Sendable>(_ body: @Sendable ([Element]) -> Result) -> [Result] {
        Self.map(parts(of: Self.portion), body)
    }

    private static func map<Result: Sendable>(
        _ portions: [[Element]],
        _ body: @Sendable ([Element]) -> Result
    ) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: portions.count))
        DispatchQueue.concurrentPerform(iterations: portions.count) { number in
            ThreadMemory.grow(by: portionMemory)
            let result = body(portions[number])
            results.withLock { $0[number] = result }
        }
        return results.withLock { results in
            results.map { result in
                guard let result else { preconditionFailure("every portion has come to a result") }
                return result
            }
        }
    }

    /// The elements in parts that are small enough to hold all that becomes of one, and large enough for all processors.
    package var batches: [[Element]] { parts(of: 16 * Self.portion) }

    private func parts(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }

    /// What becomes of each element, in their order; side by side where that pays, as each costs so many times as much as
    /// to read a service of a manifest.
    package func mapSideBySide<Result: Sendable>(
        weighing weight: Int = 1,
        _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let portion = Self.portion / weight
        guard count >= 2 * portion else { return map(transform) }
        return Self.map(parts(of: portion)) { $0.map(transform) }.flatMap { $0 }
    }
}
