import Testing

@testable import ManifoldManifest

@Suite("A time in Compose's spelling")
struct GoDurationTests {
    @Test(
        "is the one of Go's durations",
        arguments: [
            (0, "0s"), (1, "1ns"), (1_500, "1.5µs"), (250_000_000, "250ms"), (999_999_999, "999.999999ms"),
            (1_000_000_000, "1s"), (1_500_000_000, "1.5s"), (1_000_000_001, "1.000000001s"), (59_000_000_000, "59s"),
            (60_000_000_000, "1m0s"), (90_000_000_000, "1m30s"), (3_600_000_000_000, "1h0m0s"),
            (90_061_500_000_000, "25h1m1.5s"), (-2_000_000_000, "-2s"), (Int64.min, "-2562047h47m16.854775808s"),
        ] as [(Int64, String)]
    )
    func text(nanoseconds: Int64, text: String) {
        #expect(GoDuration.text(nanoseconds: nanoseconds) == text)
    }
}
