import SideBySide
import Synchronization
import Testing

@Suite("Long lists on all processors")
struct PortionTests {
    @Test(
        "results come in the order of the elements, whether there are few or many",
        arguments: [0, 1, 255, 256, 5000]
    )
    func order(count: Int) {
        let numbers = Array(0..<count)
        #expect(numbers.mapSideBySide { "\($0)" } == numbers.map { "\($0)" })
        #expect(numbers.mapSideBySide(weighing: 8) { [$0] } == numbers.map { [$0] })
    }

    @Test("a part of a list gives the results of its own elements")
    func parts() {
        let numbers = Array(0..<5000)
        let part = numbers[700..<4000]
        #expect(part.mapSideBySide { $0 * 2 } == part.map { $0 * 2 })
        #expect(part.mapPortions { $0 }.flatMap { $0 } == Array(part))
    }

    @Test("portions and batches are all of a list, in its order", arguments: [0, 1, 128, 129, 2048, 2049, 10_000])
    func whole(count: Int) {
        let numbers = Array(0..<count)
        let portions = numbers.mapPortions { $0 }
        #expect(portions.flatMap { $0 } == numbers)
        #expect(portions.allSatisfy { !$0.isEmpty })
        #expect(numbers.batches.flatMap { $0 } == numbers)
        #expect(numbers.batches.allSatisfy { $0.count <= 2048 })
    }

    @Test("what is made of the elements is let go of once")
    func lifetimes() {
        let living = Living()
        var results = Array(0..<1000).mapSideBySide { Made($0, living) }
        #expect(results[700].number == 700)
        #expect(living.count.load(ordering: .relaxed) == 1000)
        results = []
        #expect(living.count.load(ordering: .relaxed) == 0)
    }

    private final class Living: Sendable {
        let count = Atomic(0)
    }

    private final class Made: Sendable {
        let number: Int
        private let living: Living

        init(_ number: Int, _ living: Living) {
            (self.number, self.living) = (number, living)
            living.count.add(1, ordering: .relaxed)
        }

        deinit { living.count.subtract(1, ordering: .relaxed) }
    }
}
