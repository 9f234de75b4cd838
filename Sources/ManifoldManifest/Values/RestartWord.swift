/// The values of `restart`.
enum RestartWord {
    static let choices = ["no", "always", "unless-stopped", "on-failure"]

    /// Whether a text is a restart policy; `on-failure` may carry the number of attempts.
    static func isValid(_ text: String) -> Bool {
        if choices.contains(text) { return true }
        let prefix = "on-failure:"
        guard text.hasPrefix(prefix) else { return false }
        let attempts = text.utf8.dropFirst(prefix.utf8.count)
        return (1...9).contains(attempts.count) && attempts.allSatisfy(DecimalNumber.isDigit)
    }
}
