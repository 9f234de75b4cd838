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
    /// Names of the containers on it that are not ours, running or not, by id.
    package let guests: [String: String]
    /// Which of the running containers has which address, asked for or given by the engine; ids by address.
    package let holders: [String: String]
    /// Whether it carries our labels; one remade by hand under our name does not.
    package let isLabelled: Bool

    package init(
        id: String,
        name: String,
        address: ResourceAddress?,
        fields: Fields<Text>,
        record: SpecRecord?,
        attached: Set<String> = [],
        guests: [String: String] = [:],
        holders: [String: String] = [:],
        isLabelled: Bool = true
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.fields = fields
        self.record = record
        self.attached = attached
        self.guests = guests
        self.holders = holders
        self.isLabelled = isLabelled
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
    /// When it was made, in seconds since 1970; nil where the engine cannot tell.
    package let created: Int64?

    package init(
        name: String,
        address: ResourceAddress?,
        fields: Fields<Text>,
        record: SpecRecord?,
        isLabelled: Bool = true,
        created: Int64? = nil
    ) {
        self.name = name
        self.address = address
        self.fields = fields
        self.record = record
        self.isLabelled = isLabelled
        self.created = created
    }
}
