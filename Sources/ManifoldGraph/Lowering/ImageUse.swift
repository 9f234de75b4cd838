import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// What one service says about the image that its containers are made from.
struct ImageUse: Sendable {
    let address: ResourceAddress
    let reference: ImageReference
    let platform: String?
    let policy: PullPolicy
    let origin: Origin?
    let build: Build?

    /// How the service builds it.
    struct Build: Sendable {
        let service: Service
        let lowering: BuildLowering
    }

    init(of reference: ImageReference, by lowering: ServiceLowering) {
        address = ResourceAddress(.image, reference.familiar)
        self.reference = reference
        platform = lowering.spec.runtime.platform
        policy = lowering.pullPolicy(of: reference)
        origin = lowering.origins[FieldPath("image")]
        build = lowering.build.map { Build(service: lowering.service, lowering: $0) }
    }
}
