/// Ids and digests of images as Docker's own commands show them.
enum ImageIDText {
    /// The first twelve digits.
    static func short(_ id: String) -> String {
        let digits = id.hasPrefix("sha256:") ? id.dropFirst("sha256:".count) : id[...]
        return AnsiSafe.line(String(digits.prefix(12)))
    }
}
