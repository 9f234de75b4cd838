package import ManifoldResources

/// An image that the engine has.
package struct ImageFacts<Text: Hashable & Sendable>: Sendable {
    /// `sha256:…`, the engine's identity of it.
    package let id: String
    /// What the image supplies to its containers by itself, as fields of the container's table.
    package let defaults: Fields<Text>
    /// Digests under which registries know it; several in one registry, where it came through a list once.
    package let digests: Set<String>
    /// What it was built from, as its own label says; nil where it does not, or the key to read it is another system's.
    package let record: SpecRecord?

    package init(id: String, defaults: Fields<Text>, digests: Set<String> = [], record: SpecRecord? = nil) {
        self.id = id
        self.defaults = defaults
        self.digests = digests
        self.record = record
    }
}

/// What a registry says of a reference.
package enum RegistryAnswer: Hashable, Sendable {
    /// The digest that the reference means now.
    case digest(String)
    /// It did not answer, or not that; in its own or the engine's words.
    case unknown(String)
}
