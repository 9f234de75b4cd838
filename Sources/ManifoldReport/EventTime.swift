/// How long something took, as people say it: `0.3 s`, `1 min 5 s`.
enum EventTime {
    static func text(_ duration: Duration) -> String {
        let milliseconds = max(0, duration / .milliseconds(1))
        let tenths = Int((milliseconds / 100).rounded())
        if tenths < 600 { return "\(tenths / 10).\(tenths % 10) s" }
        let seconds = (tenths + 5) / 10
        return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
    }
}
