/// The one spelling of a security option, whichever sign stands between its name and its value.
package enum SecurityOption {
    /// Lets the container see the paths of the system that the engine masks; the engine has a field of its own for it.
    package static let unmasked = "systempaths=unconfined"
    /// What the engine adds by itself to containers that share the host's processes, or are privileged.
    package static let unlabelled = "label=disable"

    /// The option in one spelling; nil where it says no more than nothing.
    package static func normal(_ text: String) -> String? {
        guard let sign = text.firstIndex(of: "=") ?? text.firstIndex(of: ":") else { return text.isEmpty ? nil : text }
        let name = text[..<sign]
        let value = text[text.index(after: sign)...]
        guard name == "no-new-privileges" else { return "\(name)=\(value)" }
        return value == "false" ? nil : String(name)
    }

    /// Whether an option in normal form names a seccomp profile by its file.
    static func isProfile(_ option: String) -> Bool {
        option.hasPrefix("seccomp=") && !["seccomp=unconfined", "seccomp=builtin"].contains(option)
    }
}
