package import ManifoldResources

/// What the one who asks for a plan consents to, and which part of the system it is to be about.
package struct PlanOptions: Sendable {
    /// Volumes that may be destroyed with their data.
    package var destroyableVolumes: Set<ResourceAddress>
    /// Whether what Compose made is taken over as it is.
    package var adopts: Bool
    /// Whether the plan is to destroy the system, which changes only the words.
    package var isDestroy: Bool
    /// What alone is to be planned for, with what it needs; empty for everything.
    ///
    /// A service stands for all its instances, here and below.
    package var targets: Set<ResourceAddress> = []
    /// What is to be left alone, with what needs it.
    package var exclusions: Set<ResourceAddress> = []
    /// What is to be replaced although nothing differs.
    package var replacements: Set<ResourceAddress> = []

    package init(destroyableVolumes: Set<ResourceAddress> = [], adopts: Bool = false, isDestroy: Bool = false) {
        self.destroyableVolumes = destroyableVolumes
        self.adopts = adopts
        self.isDestroy = isDestroy
    }
}
