import DockerEngine
import Testing

@Suite("Engine times")
struct EngineTimeTests {
    @Test(
        "times are read to the nanosecond, with their offset",
        arguments: [
            ("1970-01-01T00:00:00Z", Int64(0), Int64(0)),
            ("2026-11-24T10:15:30.5Z", 1_795_515_330, 500_000_000),
            ("2026-11-24T11:15:30.000000001+01:00", 1_795_515_330, 1),
            ("2024-02-29T23:59:59Z", 1_709_251_199, 0),
            ("2024-03-01T00:00:00-00:30", 1_709_253_000, 0),
            ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
        ]
    )
    func reads(text: String, seconds: Int64, nanoseconds: Int64) {
        let time = EngineTime(text)
        #expect(time.seconds == seconds)
        #expect(time.nanoseconds == nanoseconds)
        #expect(time.text == text)
    }

    @Test(
        "Go's zero time and what is not a time are never",
        arguments: ["", "0001-01-01T00:00:00Z", "soon", "2026-13-01T00:00:00Z"]
    )
    func never(text: String) {
        #expect(EngineTime(text).isNever)
    }

    @Test("times compare by the instant although Go cuts zeros off their ends")
    func order() {
        #expect(EngineTime("2026-11-24T10:00:00Z") < EngineTime("2026-11-24T10:00:00.5Z"))
        #expect(EngineTime("2026-11-24T10:00:00.5Z") == EngineTime("2026-11-24T10:00:00.500Z"))
    }
}
