package import ManifoldResources

/// What of a system is no longer as it was last applied: told from the engine and the records alone, whatever the manifest
/// says by now.
package struct Drift: Sendable {
    /// One object, with everything that differs of it.
    package struct Finding: Sendable {
        package let id: ResourceAddress
        /// The object's name in the engine; nil where there is none any more.
        package let name: String?
        /// Never empty.
        package let differences: [Difference]

        package init(id: ResourceAddress, name: String?, differences: [Difference]) {
            self.id = id
            self.name = name
            self.differences = differences
        }
    }

    /// One thing that somebody changed.
    package enum Difference: Hashable, Sendable {
        /// A field; nil is none, or the default.
        case field(FieldPath, applied: FieldValue<SealedText>?, live: FieldValue<SealedText>?)
        /// A container that was running, or done, when the apply ended.
        case state(ContainerState)
        /// The object was removed.
        case gone
        /// The network that a container was on was removed and made again.
        case networkRemade(String)
        /// Somebody ran `docker compose up`.
        case recreatedByCompose
        /// A further container that says it is this instance.
        case surplus
    }

    /// By address; empty where nothing differs.
    package let findings: [Finding]
    /// How many objects were looked at, or looked for.
    package let count: Int
    /// Objects whose record cannot be read, so that nothing can be told of their fields.
    package let unrecorded: [ResourceAddress]

    package init(findings: [Finding], count: Int, unrecorded: [ResourceAddress]) {
        self.findings = findings
        self.count = count
        self.unrecorded = unrecorded
    }

    package var isEmpty: Bool { findings.isEmpty }
}
