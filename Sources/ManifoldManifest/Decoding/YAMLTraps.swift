import ManifoldDiagnostics
import ManifoldYAML

/// Plain text that other readers of YAML take for something else, gathered so that each kind is told of once.
struct YAMLTraps {
    private var words: [(text: String, span: SourceSpan)] = []
    private var base60: [(text: String, span: SourceSpan)] = []

    /// Looks at a value that becomes text.
    mutating func notice(_ field: Field) {
        guard case .scalar(let scalar) = field.value.content, scalar.style == .plain, field.value.tag == nil,
            scalar.variables.isEmpty, scalar.text.utf8.count < 20
        else { return }
        if Self.meaning(ofWord: scalar.text) != nil {
            words.append((scalar.text, field.span))
        } else if Self.base60(scalar.text) != nil {
            base60.append((scalar.text, field.span))
        }
    }

    /// Takes over what was gathered elsewhere, behind one's own.
    mutating func add(_ others: YAMLTraps) {
        words += others.words
        base60 += others.base60
    }

    func report(to diagnostics: inout Diagnostics) {
        if let first = words.first, let meaning = Self.meaning(ofWord: first.text) {
            diagnostics.report(.oldWord(first.text, meaning: meaning, at: words.map(\.span)))
        }
        if let first = base60.first, let value = Self.base60(first.text) {
            diagnostics.report(.base60(first.text, value: value, at: base60.map(\.span)))
        }
    }

    /// What YAML 1.1 makes of a word; the single letters are left out, since nobody means them so.
    private static func meaning(ofWord text: String) -> Bool? {
        switch text {
        case "yes", "Yes", "YES", "on", "On", "ON": true
        case "no", "No", "NO", "off", "Off", "OFF": false
        default: nil
        }
    }

    /// The number to the base 60 that YAML 1.1 sees in `22:30`; digits behind a colon go up to 59.
    private static func base60(_ text: String) -> Int? {
        // An address has points, and most words have letters.
        guard text.utf8.allSatisfy({ DecimalNumber.isDigit($0) || $0 == UInt8(ascii: ":") }) else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0].first != "0" else { return nil }
        var value = 0
        for (index, part) in parts.enumerated() {
            let isNumber =
                (1...(index == 0 ? 9 : 2)).contains(part.utf8.count) && part.utf8.allSatisfy(DecimalNumber.isDigit)
            guard isNumber, let digits = Int(part), index == 0 || digits < 60 else { return nil }
            value = value * 60 + digits
        }
        return value
    }
}

extension ManifestDecoder {
    /// Looks at a value of any scalar type that becomes text.
    mutating func noticeTraps(_ field: Field) {
        traps.notice(field)
        guard case .scalar(let scalar) = field.value.content, scalar.style == .plain, scalar.variables.isEmpty,
            field.value.tag == nil, field.value.resolved != .string, let read = Self.text(of: field.value),
            read != scalar.text
        else { return }
        diagnostics.report(.numberSpelling(field, written: scalar.text, read: read))
    }
}
