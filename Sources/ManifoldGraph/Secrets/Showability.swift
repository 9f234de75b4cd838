import ManifoldDiagnostics
import ManifoldResources

/// Decides which texts of a manifest a plan may print.
///
/// It errs on the side of hiding: a hidden value is still compared, a shown secret is lost.
enum Showability {
    /// A value under a name: an environment variable, a label, a driver option.
    static func text(_ value: String, named name: String, from origin: Origin) -> FreeText {
        FreeText(value, isShowable: isOpen(origin) && !soundsSecret(name) && !holdsSecret(value))
    }

    /// A command's words, where an option can make the word behind it a secret.
    static func words(_ words: [String], from origin: Origin) -> [FreeText] {
        let isOpen = isOpen(origin)
        return zip(words, areShowable(words)).map { FreeText($0, isShowable: isOpen && $1) }
    }

    /// Whether a value is spelt out in the manifest itself, not taken from a variable or brought in from another file.
    static func isOpen(_ origin: Origin) -> Bool {
        origin.variables.isEmpty && origin.via.allSatisfy { $0.file == origin.span.file }
    }

    /// Whether a name is one that people give to secrets.
    static func soundsSecret(_ name: String) -> Bool {
        name.withBytes { SecretWords.occur(in: $0) }
    }

    /// Whether a value gives itself away: user-info in a URL, a private key, `password=…`, a token of a known make.
    static func holdsSecret(_ value: String) -> Bool {
        SecretValues.occur(in: value)
    }

    /// For each word of a command whether it may be shown.
    static func areShowable(_ words: [String]) -> [Bool] {
        words.indices.map { index in
            let word = words[index]
            if holdsSecret(word) || isSecretOption(word) { return false }
            if index > 0, takesSecret(words[index - 1], word, in: words) { return false }
            // A whole shell command as one word is judged like the command it is.
            guard word.utf8.contains(UInt8(ascii: " ")) else { return true }
            let inner = word.utf8.split {
                $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
            }
            return areShowable(inner.map { String(Substring($0)) }).allSatisfy { $0 }
        }
    }

    /// `--password`, `--password=x`, and `-px` as database clients have it, which is a port only where it is a number.
    private static func isSecretOption(_ word: String) -> Bool {
        guard word.hasPrefix("-") else { return false }
        if soundsSecret(String(word.prefix { $0 != "=" })) { return true }
        let attached = word.dropFirst(2)
        return word.hasPrefix("-p") && !attached.isEmpty && !isNumeric(attached)
    }

    /// Whether `option` makes a secret of the word behind it.
    private static func takesSecret(_ option: String, _ word: String, in words: [String]) -> Bool {
        switch option {
        case "-p": !isNumeric(word[...]) && !word.hasPrefix("/") && !word.hasPrefix("-")
        case "-u", "--user": word.contains(":") && !isNumeric(word[...])
        case "-a": words.contains { $0.hasSuffix("redis-cli") }
        default:
            option.hasPrefix("-")
                ? !option.contains("=") && soundsSecret(option)
                : option.withBytes(SecretWords.isPasswordCommand)
        }
    }

    private static func isNumeric(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: ":")).contains($0) || $0 == UInt8(ascii: ".") }
    }
}
