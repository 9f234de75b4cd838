package import ManifoldDiagnostics

/// An attribute that is set in the manifest and of which the engine makes nothing, or nothing yet.
package struct IdleKey: Hashable, Sendable {
    /// What it belongs to, since what is not used needs no word.
    package enum Section: Hashable, Sendable {
        case service(String)
        case network(String)
        case volume(String)
        case config(String)
        case secret(String)
        case whole
    }

    package let section: Section
    /// The key's owner in words: "service `web`".
    package let owner: String
    package let key: String
    package let span: SourceSpan
    package let use: KeyUse

    init(_ field: Field, _ use: KeyUse) {
        section = field.subject.section
        owner = field.subject.description
        key = field.key
        span = field.keySpan
        self.use = use
    }
}

extension Subject {
    /// The top-level entry that it is part of.
    fileprivate var section: IdleKey.Section {
        switch self {
        case .manifest: .whole
        case .value(_, let subject), .entry(_, let subject): subject.section
        case .named("service", let name): .service(name)
        case .named("network", let name): .network(name)
        case .named("volume", let name): .volume(name)
        case .named("config", let name): .config(name)
        case .named("secret", let name): .secret(name)
        case .named: .whole
        }
    }
}
