package import ManifoldResources

/// What the one who asks for a plan consents to.
package struct PlanOptions: Sendable {
    /// Volumes that may be destroyed with their data.
    package var destroyableVolumes: Set<ResourceAddress>
    /// Whether what Compose made is taken over as it is.
    package var adopts: Bool
    /// Whether the plan is to destroy the system, which changes only the words.
    package var isDestroy: Bool

    package init(destroyableVolumes: Set<ResourceAddress> = [], adopts: Bool = false, isDestroy: Bool = false) {
        self.destroyableVolumes = destroyableVolumes
        self.adopts = adopts
        self.isDestroy = isDestroy
    }
}
