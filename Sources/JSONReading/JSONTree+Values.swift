#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension JSONTree {
    /// A string's text; what is not UTF-8 in it becomes U+FFFD, and so does half of a surrogate pair.
    func string(at index: Int) -> String? {
        let value = values[index]
        let range = Int(value.start)..<Int(value.end)
        switch value.kind {
        case .string: return text.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
        case .escapedString: return unescaped(text[range])
        default: return nil
        }
    }

    /// Whether a string is a certain text.
    func isString(at index: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        let value = values[index]
        guard value.kind == .string else { return string(at: index).map { $0.utf8.elementsEqual(wanted) } ?? false }
        guard wanted.count == Int(value.end - value.start) else { return false }
        return text.withUnsafeBufferPointer { text in
            guard let text = text.baseAddress, let wantedText = wanted.baseAddress else { return wanted.isEmpty }
            return memcmp(text + Int(value.start), wantedText, wanted.count) == 0
        }
    }

    func boolean(at index: Int) -> Bool? {
        values[index].kind == .boolean ? text[Int(values[index].start)] == UInt8(ascii: "t") : nil
    }

    /// A whole number that fits.
    func integer(at index: Int) -> Int64? {
        let value = values[index]
        guard value.kind == .number else { return nil }
        var digits = text[Int(value.start)..<Int(value.end)]
        let sign: Int64 = digits.first == UInt8(ascii: "-") ? -1 : 1
        if sign < 0 { digits.removeFirst() }
        var sum: Int64 = 0
        for digit in digits {
            guard 48...57 ~= digit else { return nil }
            let (product, isTooLarge) = sum.multipliedReportingOverflow(by: 10)
            let (next, isTooLargeToo) = product.addingReportingOverflow(sign * Int64(digit - 48))
            guard !isTooLarge, !isTooLargeToo else { return nil }
            sum = next
        }
        return sum
    }

    private func unescaped(_ escaped: ArraySlice<UInt8>) -> String {
        var units: [UInt8] = []
        units.reserveCapacity(escaped.count)
        var rest = escaped
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let name = rest.popFirst() else {
                units.append(byte)
                continue
            }
            switch Unicode.Scalar(name) {
            case "b": units.append(0x08)
            case "f": units.append(0x0C)
            case "n": units.append(0x0A)
            case "r": units.append(0x0D)
            case "t": units.append(0x09)
            case "u": units += Array(String(Self.character(&rest)).utf8)
            default: units.append(name)
            }
        }
        return String(decoding: units, as: UTF8.self)
    }

    /// The character behind `\u`, of which a further escape may be the second half.
    private static func character(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
        let first = codeUnit(&rest)
        guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        var behind = rest
        guard behind.popFirst() == UInt8(ascii: "\\"), behind.popFirst() == UInt8(ascii: "u") else { return "\u{FFFD}" }
        let second = codeUnit(&behind)
        guard UTF16.isTrailSurrogate(second) else { return "\u{FFFD}" }
        rest = behind
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private static func codeUnit(_ rest: inout ArraySlice<UInt8>) -> UInt16 {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    }
}

extension JSONTree {
    /// The way from the whole to a value, found again where an error has to name it.
    func path(to target: Int) -> [String] {
        var path: [String] = []
        var current = 0
        while current != target {
            let isObject = values[current].kind == .object
            var key: String?
            var position = 0
            guard
                let child = children(of: current)
                    .first(where: { child in
                        if isObject, position.isMultiple(of: 2) { key = string(at: child) }
                        position += 1
                        return Int(values[child].next) > target
                    })
            else { return path }
            path.append(key ?? String(position - 1))
            current = child
        }
        return path
    }

    /// How many values stand between two places, without those that stand in them.
    func count(from start: Int, to end: Int) -> Int {
        var (current, count) = (start, 0)
        while current < end {
            current = Int(values[current].next)
            count += 1
        }
        return count
    }
}
