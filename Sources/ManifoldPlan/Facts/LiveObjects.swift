package import ManifoldResources

/// A network as the engine reports it.
package struct LiveNetwork<Text: Hashable & Sendable>: Sendable {
    package let id: String
    package let name: String
    /// Nil for an external network, which has no address of its own.
    package let address: ResourceAddress?
    package let fields: Fields<Text>
    package let record: SpecRecord?
    /// Ids of the running containers on it, ours or not.
    package let attached: Set<String>

    package init(
        id: String,
        name: String,
        address: ResourceAddress?,
        fields: Fields<Text>,
        record: SpecRecord?,
        attached: Set<String> = []
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.fields = fields
        self.record = record
        self.attached = attached
    }
}

/// A volume as the engine reports it; its name is its identity.
package struct LiveVolume<Text: Hashable & Sendable>: Sendable {
    package let name: String
    /// Nil for an external volume, which has no address of its own.
    package let address: ResourceAddress?
    package let fields: Fields<Text>
    package let record: SpecRecord?
    /// Whether it carries our labels; one remade by hand under our name does not.
    package let isLabelled: Bool

    package init(
        name: String,
        address: ResourceAddress?,
        fields: Fields<Text>,
        record: SpecRecord?,
        isLabelled: Bool = true
    ) {
        self.name = name
        self.address = address
        self.fields = fields
        self.record = record
        self.isLabelled = isLabelled
    }
}
