import ManifoldDiagnostics
import ManifoldYAML

/// Single values. Each reports what it cannot read and returns nil.
extension ManifestDecoder {
    mutating func string(_ field: Field) -> Sourced<String>? {
        guard field.value.resolved == .string, let text = field.value.scalarText else {
            diagnostics.report(.wrongType(field, expected: "a string"))
            return nil
        }
        return Sourced(text, from: field.origin)
    }

    /// `true` or `false`, also as a string; the words of YAML 1.1 are taken with a warning, as Compose does.
    mutating func bool(_ field: Field) -> Sourced<Bool>? {
        switch field.value.resolved {
        case .bool(let value): return Sourced(value, from: field.origin)
        case .string: break
        default:
            diagnostics.report(.wrongType(field, expected: "`true` or `false`"))
            return nil
        }
        let value: Bool
        switch field.value.scalarText?.lowercased() {
        case "true": return Sourced(true, from: field.origin)
        case "false": return Sourced(false, from: field.origin)
        case "y", "yes", "on": value = true
        case "n", "no", "off": value = false
        default:
            diagnostics.report(.invalidValue(field, "is neither `true` nor `false`", help: "write `true` or `false`"))
            return nil
        }
        diagnostics.report(.oldBool(field, value))
        return Sourced(value, from: field.origin)
    }

    mutating func integer(_ field: Field, atLeast minimum: Int64, atMost maximum: Int64 = .max) -> Sourced<Int64>? {
        let number: Int64?
        switch field.value.resolved {
        case .integer(let value): number = Int64(value)
        case .float(let value): number = Int64(exactly: value)
        case .string: number = field.value.scalarText.flatMap { Int64($0) }
        default:
            diagnostics.report(.wrongType(field, expected: "a number"))
            return nil
        }
        guard let number, number >= minimum, number <= maximum else {
            let rule = Self.rule(from: minimum, to: maximum)
            diagnostics.report(.invalidValue(field, "is not \(rule)", help: "write \(rule)"))
            return nil
        }
        return Sourced(number, from: field.origin)
    }

    private static func rule(from minimum: Int64, to maximum: Int64) -> String {
        switch (minimum, maximum) {
        case (.min, .max): "a whole number"
        case (_, .max): "a whole number from \(minimum) on"
        default: "a whole number from \(minimum) to \(maximum)"
        }
    }

    mutating func cpus(_ field: Field) -> Sourced<Double>? {
        number(field, 0...1_000_000, rule: "a number of processors, such as `0.5` or `2`")
    }

    /// A number within a range, fractions allowed.
    mutating func number(_ field: Field, _ range: ClosedRange<Double>, rule: String) -> Sourced<Double>? {
        let number: Double?
        switch field.value.resolved {
        case .integer(let value): number = Double(value)
        case .float(let value): number = value
        case .string: number = field.value.scalarText.flatMap(DecimalNumber.parse)
        default:
            diagnostics.report(.wrongType(field, expected: "a number"))
            return nil
        }
        guard let number, range.contains(number) else {
            diagnostics.report(.invalidValue(field, "is not \(rule)", help: "write \(rule)"))
            return nil
        }
        return Sourced(number, from: field.origin)
    }

    /// An amount in bytes; `unlimited` takes -1 as well.
    mutating func bytes(_ field: Field, unlimited: Bool = false) -> Sourced<Int64>? {
        let number: Int64?
        switch field.value.resolved {
        case .integer(let value): number = Int64(value)
        case .float: number = nil
        case .string: number = field.value.scalarText.flatMap { $0 == "-1" ? -1 : ByteCount.parse($0) }
        default:
            diagnostics.report(.wrongType(field, expected: "an amount of memory"))
            return nil
        }
        guard let number, number >= 0 || (unlimited && number == -1) else {
            let help = "write a number with a unit, such as `512m` or `1gb`" + (unlimited ? ", or -1 for no limit" : "")
            diagnostics.report(.invalidValue(field, "is no amount of memory", help: help))
            return nil
        }
        return Sourced(number, from: field.origin)
    }

    /// A time that is not negative, in nanoseconds.
    mutating func duration(_ field: Field) -> Sourced<Int64>? {
        if case .integer(let number) = field.value.resolved, field.variables.isEmpty {
            let help = "write a number with a unit: `\(number)s` for seconds"
            diagnostics.report(.wrongType(field, expected: "a duration", help: help))
            return nil
        }
        guard let text = string(field) else { return nil }
        guard let value = DurationText.parse(text.value), value >= 0 else {
            diagnostics.report(
                .invalidValue(field, "is no duration", help: "write a number with a unit, such as `10s` or `1m30s`")
            )
            return nil
        }
        return text.map { _ in value }
    }

    /// One of a few words.
    mutating func word(_ field: Field, among choices: [String]) -> Sourced<String>? {
        guard let text = string(field) else { return nil }
        if choices.contains(text.value) { return text }
        diagnostics.report(.noSuchChoice(field, choices: choices))
        return nil
    }

    /// Permission bits, as an octal number or a string of octal digits.
    mutating func fileMode(_ field: Field) -> Sourced<Int64>? {
        let number: Int64?
        switch field.value.resolved {
        case .integer(let value):
            number = Int64(value)
            if field.value.scalarText?.utf8.first != UInt8(ascii: "0"), (8...0o7777).contains(value) {
                diagnostics.report(.decimalMode(field, octal: String(value, radix: 8)))
            }
        // A number with a zero before it that is not octal, such as 0999.
        case .float: number = nil
        case .string:
            number = field.value.scalarText.flatMap {
                $0.utf8.allSatisfy(DecimalNumber.isDigit) ? Int64($0, radix: 8) : nil
            }
        default:
            diagnostics.report(.wrongType(field, expected: "a file mode"))
            return nil
        }
        guard let number, (0...0o7777).contains(number) else {
            diagnostics.report(
                .invalidValue(field, "is no file mode", help: "write the permissions in octal, such as `0440`")
            )
            return nil
        }
        return Sourced(number, from: field.origin)
    }
}
