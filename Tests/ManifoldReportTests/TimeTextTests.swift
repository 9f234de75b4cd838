@testable import ManifoldReport
import Testing

@Suite("Moments in text")
struct TimeTextTests {
    @Test(
        "seconds since 1970 as a date and a time of day",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_796_033_246, "2026-11-30T10:07:26Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_799, "2000-02-29T23:59:59Z"), (951_868_800, "2000-03-01T00:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"), (1_767_225_599, "2025-12-31T23:59:59Z"),
            (-1, "1969-12-31T23:59:59Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
        ] as [(Int64, String)]
    )
    func universal(seconds: Int64, text: String) {
        #expect(TimeText.universal(seconds) == text)
    }
}
