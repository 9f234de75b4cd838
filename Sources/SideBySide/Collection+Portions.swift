import Dispatch
import Synchronization

/// As many elements as are worth a start on another processor, when each costs as much as a service.
private let portion = 128
/// Bytes that fit what becomes of a portion of services.
private let portionMemory = 2 << 20

/// Long lists, gone through on all processors at once.
extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
    /// Whether there are so many elements that it pays to go through them side by side.
    package var isManyPortions: Bool { count >= 2 * portion }

    /// What becomes of the elements, portion by portion in their order.
    ///
    /// The portions are the same on any number of processors.
    package func mapPortions<Result: Sendable>(_ body: @Sendable ([Element]) -> Result) -> [Result] {
        mapAtOnce(ranges(of: portion)) { body(Array(self[$0])) }
    }

    /// What becomes of each element, in their order; side by side where that pays, as each costs so many times as much as
    /// to read a service of a manifest.
    package func mapSideBySide<Result: Sendable>(
        weighing weight: Int = 1,
        _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let size = portion / weight
        return count < 2 * size
            ? map(transform) : mapAtOnce(ranges(of: size)) { self[$0].map(transform) }.flatMap { $0 }
    }

    /// The elements in parts that are small enough to hold all that becomes of one, and large enough for all processors.
    package var batches: [SubSequence] { ranges(of: 16 * portion).map { self[$0] } }

    private func ranges(of size: Int) -> [Range<Int>] {
        stride(from: startIndex, to: endIndex, by: size).map { $0..<Swift.min($0 + size, endIndex) }
    }

    private func mapAtOnce<Result: Sendable>(
        _ portions: [Range<Int>],
        _ body: @Sendable (Range<Int>) -> Result
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
}
