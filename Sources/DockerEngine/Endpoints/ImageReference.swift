/// An image reference in the two parts that a pull wants.
struct ImageReference: Equatable {
    let name: String
    /// A tag or a digest, because without one the engine would pull every tag there is.
    let version: String

    init(_ text: String) {
        if let at = text.firstIndex(of: "@") {
            self.init(name: text[..<at], version: text[at...].dropFirst())
            return
        }
        // A colon before the last slash belongs to the registry's port.
        let lastPart = text.lastIndex(of: "/").map { text[$0...] } ?? text[...]
        if let colon = lastPart.lastIndex(of: ":") {
            self.init(name: text[..<colon], version: text[colon...].dropFirst())
        } else {
            self.init(name: text[...], version: "latest")
        }
    }

    private init(name: Substring, version: Substring) {
        self.name = String(name)
        self.version = String(version)
    }
}
