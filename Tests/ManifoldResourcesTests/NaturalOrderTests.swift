import ManifoldResources
import Testing

@Suite("Natural order")
struct NaturalOrderTests {
    @Test(
        "numbers count as numbers, everything else by its bytes",
        arguments: [
            ("web2", "web10"), ("web", "web1"), ("a1b2", "a1b10"), ("2", "10"), ("1", "a"), ("Web", "web"), ("", "a"),
            ("a", "b"), ("a9", "a10b"), ("10.2", "10.10"), ("x-9", "x-10"), ("9", "99999999999999999999999"),
            ("99999999999999999999998", "99999999999999999999999"), ("a", "ä"),
        ]
    )
    func increasing(left: String, right: String) {
        #expect(NaturalOrder.areInIncreasingOrder(left, right))
        #expect(!NaturalOrder.areInIncreasingOrder(right, left))
    }

    @Test("nothing comes before itself", arguments: ["", "a", "web10", "01", "0", "00"])
    func irreflexive(text: String) {
        #expect(!NaturalOrder.areInIncreasingOrder(text, text))
    }

    @Test("any two different names have an order, and it does not go in circles")
    func strictTotalOrder() {
        let parts = ["", "0", "00", "1", "01", "10", "a", "b"]
        let names = parts.flatMap { first in parts.flatMap { second in parts.map { first + second + $0 } } }
        let distinct = Array(Set(names))
        let sorted = distinct.sorted(by: NaturalOrder.areInIncreasingOrder)
        for (position, left) in sorted.enumerated() {
            for right in sorted[(position + 1)...] {
                #expect(NaturalOrder.areInIncreasingOrder(left, right), "\(left) before \(right)")
                #expect(!NaturalOrder.areInIncreasingOrder(right, left), "\(right) after \(left)")
            }
        }
    }
}
