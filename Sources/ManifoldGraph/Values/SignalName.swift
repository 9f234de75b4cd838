/// The one spelling of a signal: number, `TERM` and `SIGTERM` all become `SIGTERM`, as the engine reads them alike.
package enum SignalName {
    /// The normal form, or nil where the engine knows no such signal.
    package static func normal(_ text: String) -> String? {
        if let number = Int(text) {
            guard number > 0 else { return nil }
            return named[number].map { "SIG\($0)" } ?? realTime(number) ?? String(number)
        }
        let upper = text.uppercased()
        let name = upper.hasPrefix("SIG") ? String(upper.dropFirst(3)) : upper
        guard let number = numbers[name] ?? realTimeNumber(name) else { return nil }
        return normal(String(number))
    }

    /// The normal form of a signal that the engine sends, or nil where it knows none such: a stop signal may be any number, but
    /// `kill` refuses those without a name (API 1.41, `ContainerKill`).
    package static func sent(_ text: String) -> String? {
        normal(text).flatMap { Int($0) == nil ? $0 : nil }
    }

    /// All names, for suggestions.
    static var all: [String] { named.values.map { "SIG\($0)" } }

    /// Linux numbers as moby's signal table has them; other architectures' differ only for MIPS.
    private static let named = [
        1: "HUP", 2: "INT", 3: "QUIT", 4: "ILL", 5: "TRAP", 6: "ABRT", 7: "BUS", 8: "FPE", 9: "KILL", 10: "USR1",
        11: "SEGV", 12: "USR2", 13: "PIPE", 14: "ALRM", 15: "TERM", 16: "STKFLT", 17: "CHLD", 18: "CONT", 19: "STOP",
        20: "TSTP", 21: "TTIN", 22: "TTOU", 23: "URG", 24: "XCPU", 25: "XFSZ", 26: "VTALRM", 27: "PROF", 28: "WINCH",
        29: "IO", 30: "PWR", 31: "SYS",
    ]

    private static let numbers: [String: Int] = {
        var numbers = ["IOT": 6, "CLD": 17, "POLL": 29]
        for (number, name) in named { numbers[name] = number }
        return numbers
    }()

    private static let firstRealTime = 34
    private static let lastRealTime = 64

    /// `RTMIN+n` up to 15 and `RTMAX-n` above, as the engine names them.
    private static func realTime(_ number: Int) -> String? {
        switch number {
        case firstRealTime: "SIGRTMIN"
        case (firstRealTime + 1)...(firstRealTime + 15): "SIGRTMIN+\(number - firstRealTime)"
        case (firstRealTime + 16)..<lastRealTime: "SIGRTMAX-\(lastRealTime - number)"
        case lastRealTime: "SIGRTMAX"
        default: nil
        }
    }

    private static func realTimeNumber(_ name: String) -> Int? {
        if name == "RTMIN" { return firstRealTime }
        if name == "RTMAX" { return lastRealTime }
        if name.hasPrefix("RTMIN+"), let offset = Int(name.dropFirst(6)), (1...15).contains(offset) {
            return firstRealTime + offset
        }
        if name.hasPrefix("RTMAX-"), let offset = Int(name.dropFirst(6)), (1...14).contains(offset) {
            return lastRealTime - offset
        }
        return nil
    }
}
