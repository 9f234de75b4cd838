/// One entry of a service's `volumes` in the short syntax: `[source:]target[:options]`.
struct MountText {
    /// What is wrong with an entry, and what to write instead.
    struct Problem: Error {
        let reason: String
        let help: String
    }

    private static let form = "write `SOURCE:TARGET` or `SOURCE:TARGET:ro`, such as `./data:/var/lib/data`"
    static let propagations = ["rprivate", "private", "rshared", "shared", "rslave", "slave"]

    private(set) var source: String?
    private(set) var target: String
    private(set) var isReadOnly = false
    private(set) var skipsCopy = false
    private(set) var propagation: String?
    private(set) var selinux: String?
    /// Options that Compose does not know and leaves out.
    private(set) var unknownOptions: [String] = []

    init(_ text: String) throws(Problem) {
        if text.isEmpty { throw Problem(reason: "it is empty", help: Self.form) }
        let sections = Self.sections(text)
        if sections.contains(where: \.isEmpty) {
            throw Problem(reason: "there is nothing between two colons, or at an end", help: Self.form)
        }
        if sections.count > 3 { throw Problem(reason: "it has too many colons", help: Self.form) }
        if sections.count == 1 {
            target = sections[0]
            return
        }
        source = sections[0]
        target = sections[1]
        if sections.count == 3 { read(options: sections[2]) }
    }

    /// Whether the source is a path of the host, and no volume's name.
    var isBind: Bool {
        guard let source, let first = source.utf8.first else { return false }
        return "./~".utf8.contains(first) || FilePath.isWindows(source)
    }

    /// Splits at colons, but not behind the letter of a Windows drive.
    private static func sections(_ text: String) -> [String] {
        // More than these are a mistake, whatever they are.
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 8, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        var sections: [String] = []
        var index = 0
        while index < parts.count {
            let next = index + 1 < parts.count ? parts[index + 1] : nil
            if let next, parts[index].utf8.count == 1 {
                let joined = parts[index] + ":" + next
                // `a:/data` alone is the volume `a`; a drive is followed by a target.
                let isFollowed = index == 0 && parts.count > 2 && parts[2].hasPrefix("/")
                if FilePath.isWindows(joined), joined.utf8.contains(UInt8(ascii: "\\")) || isFollowed {
                    sections.append(joined)
                    index += 2
                    continue
                }
            }
            sections.append(parts[index])
            index += 1
        }
        return sections
    }

    private mutating func read(options: String) {
        for option in options.split(separator: ",", omittingEmptySubsequences: false) {
            switch option {
            case "ro": isReadOnly = true
            case "rw": isReadOnly = false
            case "nocopy": skipsCopy = true
            case "z", "Z": selinux = String(option)
            default:
                if Self.propagations.contains(String(option)) {
                    propagation = String(option)
                } else {
                    unknownOptions.append(String(option))
                }
            }
        }
    }
}
