/// What a key belongs to, in the words of diagnostics: `service `web``, `` `healthcheck` of service `web` ``.
indirect enum Subject: CustomStringConvertible, Sendable {
    case manifest
    case named(_ kind: String, _ name: String)
    case value(of: String, in: Subject)
    case entry(of: String, in: Subject)

    var description: String {
        switch self {
        case .manifest: "the manifest"
        case .named(let kind, let name): "\(kind) `\(name)`"
        case .value(let key, .manifest): "`\(key)`"
        case .value(let key, let subject): "`\(key)` of \(subject)"
        case .entry(let key, .manifest): "an entry of `\(key)`"
        case .entry(let key, let subject): "an entry of `\(key)` of \(subject)"
        }
    }
}
