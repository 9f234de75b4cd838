@testable import ManifoldGraph
import Testing

@Suite("Times after which an image is looked at anew")
struct RefreshIntervalTests {
    private static let second: Int64 = 1_000_000_000

    @Test(
        "weeks, days, hours, minutes and seconds, one after the other",
        arguments: [
            ("every_1s", second), ("every_90m", 5_400 * second), ("every_12h", 43_200 * second),
            ("every_1w2d", 777_600 * second), ("every_1d12h30m5s", 131_405 * second), ("every_0s", 0),
        ]
    )
    func good(text: String, expected: Int64) {
        #expect(RefreshInterval.parse(policy: text) == expected)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "every_", "every_5", "every_h", "every_5x", "every_1h5", "12h", "every_-1h", "every_1.5h",
            "every_99999999999999999999s", "every_15251w", "every_15250w1w",
        ]
    )
    func bad(text: String) {
        #expect(RefreshInterval.parse(policy: text) == nil)
    }
}
