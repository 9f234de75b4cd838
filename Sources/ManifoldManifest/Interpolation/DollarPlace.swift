import ManifoldDiagnostics
import ManifoldYAML

/// Finds where in the source a dollar sign of a scalar stands, since quotes, escapes and folded lines part the two.
struct DollarPlace {
    let scalar: Scalar
    let span: SourceSpan
    let sources: SourceMap

    /// The place of the scalar's n-th dollar sign (from 0) with what belongs to it, or else the whole scalar's.
    func span(of dollar: Int) -> SourceSpan {
        let source = sources[span.file].text
        let slice = source[Int(span.start)..<min(Int(span.end), source.count)]
        let signs = slice.indices.filter { slice[$0] == UInt8(ascii: "$") }
        // A sign that is written as an escape is not found this way.
        guard signs.count == scalar.text.utf8.count(where: { $0 == UInt8(ascii: "$") }), signs.indices.contains(dollar)
        else { return span }
        let start = signs[dollar]
        return SourceSpan(file: span.file, start: UInt32(start), end: UInt32(end(of: slice[start...])))
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
