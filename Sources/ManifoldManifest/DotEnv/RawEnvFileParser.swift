import ManifoldDiagnostics
import OrderedCollections

/// Reads an env file of `format: raw`: lines `NAME=value` without quotes, escapes or variables, as `docker run` does.
struct RawEnvFileParser {
    let source: SourceFile
    let file: FileID
    let outer: (String) -> Substitution.Found?

    /// What the file sets.
    func parse(reporting diagnostics: inout Diagnostics) -> EnvFile {
        var result = EnvFile()
        var start = source.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < source.text.count {
            let end = source.text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.text.count
            read(start, end, into: &result, reporting: &diagnostics)
            start = end + 1
        }
        return result
    }

    private func read(_ start: Int, _ end: Int, into result: inout EnvFile, reporting diagnostics: inout Diagnostics) {
        var line = source.text[start..<end].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard let first = line.first, first != UInt8(ascii: "#") else { return }
        let separator = line.firstIndex(of: UInt8(ascii: "="))
        let name = line[..<(separator ?? line.endIndex)]
        guard !name.isEmpty else {
            return diagnostics.report(.envFile(EnvFileProblem(.noName, at: span(line.startIndex, line.startIndex + 1))))
        }
        if let space = name.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
            return diagnostics.report(.envFile(EnvFileProblem(.badName, at: span(space, space + 1))))
        }
        let text = String(decoding: name, as: UTF8.self)
        if let separator {
            let value = String(decoding: line[(separator + 1)...], as: UTF8.self)
            result.entries[text] = EnvFile.Entry(value: value, span: span(separator + 1, line.endIndex), variables: [])
        } else if let found = outer(text) {
            let place = span(line.startIndex, line.endIndex)
            result.entries[text] = EnvFile.Entry(value: found.value, span: place, variables: [text])
        }
    }

    private func span(_ start: Int, _ end: Int) -> SourceSpan {
        SourceSpan(file: file, start: UInt32(start), end: UInt32(end))
    }
}
