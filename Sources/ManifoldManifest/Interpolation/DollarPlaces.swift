import ManifoldDiagnostics
import ManifoldYAML

/// Finds where in the source the dollar signs of a scalar stand, since quotes, escapes and folded lines part the two.
struct DollarPlaces {
    private let span: SourceSpan
    private let source: ArraySlice<UInt8>
    /// The signs' offsets; empty where some of them are written as escapes and cannot be told apart.
    private let signs: [Int]

    init(of scalar: Scalar, at span: SourceSpan, in sources: SourceMap) {
        self.span = span
        let text = sources[span.file].text
        let source = text[min(Int(span.start), text.count)..<min(Int(span.end), text.count)]
        let signs = source.indices.filter { source[$0] == UInt8(ascii: "$") }
        self.source = source
        self.signs = signs.count == scalar.text.utf8.count { $0 == UInt8(ascii: "$") } ? signs : []
    }

    /// The place of the scalar's n-th dollar sign (from 0) with what belongs to it, or else the whole scalar's.
    subscript(dollar: Int) -> SourceSpan {
        guard signs.indices.contains(dollar) else { return span }
        let start = signs[dollar]
        return SourceSpan(file: span.file, start: UInt32(start), end: UInt32(end(of: source[start...])))
    }

    /// The end of `$NAME` or `${…}`, on one line.
    private func end(of text: ArraySlice<UInt8>) -> Int {
        let behind = text.dropFirst()
        guard behind.first == UInt8(ascii: "{") else { return behind.startIndex + Substitution.nameLength(behind) }
        var depth = 0
        for index in behind.indices {
            switch behind[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return index
            default: break
            }
        }
        return behind.endIndex
    }
}
