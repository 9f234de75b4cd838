/// A moment as people and programs alike read it: `2026-11-30T10:07:26Z`.
enum TimeText {
    /// The moment so many seconds after the beginning of 1970.
    static func universal(_ seconds: Int64) -> String {
        let day = Int64(86_400)
        let (days, rest) = (floorDivide(seconds, day), seconds - floorDivide(seconds, day) * day)
        // Days are counted from the 1st of March of year 0, so that a leap day is the last of its year.
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let isBeforeMarch = month >= 10
        let date = [
            padded(year + era * 400 + (isBeforeMarch ? 1 : 0), 4), padded(isBeforeMarch ? month - 9 : month + 3, 2),
            padded(ofYear - (153 * month + 2) / 5 + 1, 2),
        ]
        let time = [padded(rest / 3_600, 2), padded(rest / 60 % 60, 2), padded(rest % 60, 2)]
        return date.joined(separator: "-") + "T" + time.joined(separator: ":") + "Z"
    }

    private static func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
        number / divisor - (number % divisor < 0 ? 1 : 0)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
