import ManifoldYAML

/// By what the entries of a list are told apart, where only one of a kind may be in it and the last one counts.
enum ListKey {
    /// What stands before the first `=`.
    case name
    /// The place in the container, in the short or the long form.
    case volumeTarget
    case deviceTarget
    /// The place in the container, or the source's name in the directory where it goes by itself.
    case mountTarget(directory: String)
    /// The number as a text.
    case port
    /// The whole of a published port.
    case publishedPort
    /// The file.
    case path

    /// The lists of Compose that hold each thing once.
    static let table = PathTable<ListKey>([
        "networks.*.labels": .name,
        "services.*.annotations": .name,
        "services.*.build.args": .name,
        "services.*.build.additional_contexts": .name,
        "services.*.build.tags": .name,
        "services.*.build.labels": .name,
        "services.*.cap_add": .name,
        "services.*.cap_drop": .name,
        "services.*.configs": .mountTarget(directory: ""),
        "services.*.deploy.labels": .name,
        "services.*.devices": .deviceTarget,
        "services.*.dns": .name,
        "services.*.dns_opt": .name,
        "services.*.dns_search": .name,
        "services.*.environment": .name,
        "services.*.env_file": .path,
        "services.*.expose": .port,
        "services.*.labels": .name,
        "services.*.links": .name,
        "services.*.networks.*.aliases": .name,
        "services.*.networks.*.link_local_ips": .name,
        "services.*.ports": .publishedPort,
        "services.*.profiles": .name,
        "services.*.secrets": .mountTarget(directory: "/run/secrets"),
        "services.*.sysctls": .name,
        "services.*.tmpfs": .name,
        "services.*.volumes": .volumeTarget,
    ])

    /// What an entry is known by; nil for one that its reader will refuse.
    func callAsFunction(_ entry: Node) -> Substring? {
        guard !entry.isBroken else { return nil }
        switch self {
        case .name: return Self.name(entry)
        case .volumeTarget: return entry.pairs == nil ? Self.volumeTarget(entry) : Self.text(entry["target"])
        case .deviceTarget: return entry.pairs == nil ? Self.deviceTarget(entry) : Self.text(entry["target"])
        case .mountTarget(let directory): return Self.mountTarget(entry, directory)
        case .port: return entry.scalarText.map { $0[...] }
        case .publishedPort: return entry.pairs == nil ? entry.scalarText.map { $0[...] } : Self.publishedPort(entry)
        case .path: return entry.pairs == nil ? Self.text(entry) : Self.text(entry["path"])
        }
    }

    private static func text(_ node: Node?) -> Substring? {
        guard let node, node.resolved == .string, let text = node.scalarText else { return nil }
        return text[...]
    }

    private static func name(_ entry: Node) -> Substring? {
        guard let text = text(entry) else { return nil }
        return text.utf8.firstIndex(of: UInt8(ascii: "=")).map { text[..<$0] } ?? text
    }

    /// `TARGET` or `SOURCE:TARGET[:OPTIONS]`, where a drive letter keeps its colon.
    private static func volumeTarget(_ entry: Node) -> Substring? {
        guard let text = text(entry), !text.isEmpty else { return nil }
        if text.utf8.count <= 2 { return text }
        var sections: [Substring] = []
        var rest = text
        while sections.count < 2 {
            guard let colon = sectionEnd(rest) else {
                sections.append(rest)
                break
            }
            sections.append(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
        }
        guard !sections.contains(""), let target = sections.last else { return nil }
        return FilePath.clean(String(target))[...]
    }

    private static func sectionEnd(_ text: Substring) -> Substring.Index? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        guard text.utf8.distance(from: text.startIndex, to: colon) == 1, text.first?.isLetter == true else {
            return colon
        }
        return text[text.index(after: colon)...].utf8.firstIndex(of: UInt8(ascii: ":"))
    }

    private static func deviceTarget(_ entry: Node) -> Substring? {
        guard let text = text(entry) else { return nil }
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 1 ? parts[0] : parts[1]
    }

    private static func mountTarget(_ entry: Node, _ directory: String) -> Substring? {
        if entry.pairs == nil { return text(entry).map { "\(directory)/\($0)" } }
        if let target = entry["target"] { return text(target) }
        return text(entry["source"]).map { "\(directory)/\($0)" }
    }

    private static func publishedPort(_ entry: Node) -> Substring? {
        guard let target = entry["target"]?.scalarText else { return nil }
        // Compose keeps a number apart from a text with the same digits.
        let isNumber = if case .integer = entry["published"]?.resolved { true } else { false }
        let published = (isNumber ? "#" : "") + (entry["published"]?.scalarText ?? "")
        let host = entry["host_ip"]?.scalarText ?? "0.0.0.0"
        return "\(host):\(published):\(target)/\(entry["protocol"]?.scalarText ?? "tcp")"
    }
}
