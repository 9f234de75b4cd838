import ManifoldDiagnostics
import ManifoldYAML

/// The wording of the traps of YAML: values that are read as something else than they look like.
extension Diagnostic {
    /// `VERSION: 3.10`, which is the number 3.1.
    static func numberSpelling(_ field: Field, written: String, read: String) -> Diagnostic {
        let isWord = written.first?.isLetter == true
        return Diagnostic(
            Code("manifest.lost-spelling"),
            .warning,
            "\(field) is \(isWord ? "a truth value" : "a number") to YAML, and becomes `\(read)`",
            at: Label(field.span, "written `\(written)`"),
            help: "put it in quotes to keep its spelling: `\"\(written)\"`"
        )
    }

    /// `DEBUG: yes`, which is text to YAML 1.2 and a truth value to YAML 1.1.
    static func oldWord(_ text: String, meaning: Bool, at places: [SourceSpan]) -> Diagnostic {
        readDifferently(text, as: "`\(meaning)`", at: places)
    }

    /// `22:22`, which is text to YAML 1.2 and a number to the base 60 to YAML 1.1.
    static func base60(_ text: String, value: Int, at places: [SourceSpan]) -> Diagnostic {
        readDifferently(text, as: "the number \(value)", at: places)
    }

    private static func readDifferently(_ text: String, as meaning: String, at places: [SourceSpan]) -> Diagnostic {
        Diagnostic(
            Code("manifest.ambiguous-text"),
            .warning,
            "`\(text)` is text here, but readers of YAML 1.1 take it for \(meaning)",
            at: places.first.map { Label($0) },
            related: places.dropFirst().prefix(3).map { Label($0, "like this one") },
            help: "put it in quotes, so that everybody reads text: `\"\(text)\"`"
        )
    }
}
