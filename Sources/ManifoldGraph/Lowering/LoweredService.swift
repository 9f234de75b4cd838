import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// What came of one service: its containers, and what it has to do with other services.
struct LoweredService: Sendable {
    /// None where the system has no room for them.
    let containers: [Resource]
    /// The networks, volumes and contents that it uses.
    let parts: [ResourceAddress]
    /// The image that its containers are made from; nil without one, or without a container.
    let image: ImageUse?
    /// How many names its links to other services come to.
    let linkCount: Int

    /// Lowers a service.
    init(_ service: Service, in context: LoweringContext, reporting diagnostics: inout Diagnostics) {
        var lowering = ServiceLowering(service, context.names)
        lowering.lower(reporting: &diagnostics)
        self.init(lowering, in: context)
    }

    /// The same; nil where there is something to say of the service.
    init?(_ service: Service, silentlyIn context: LoweringContext) {
        var found = Diagnostics()
        var lowering = ServiceLowering(service, context.names)
        lowering.lower(reporting: &found)
        guard found.isEmpty else { return nil }
        self.init(lowering, in: context)
    }

    private init(_ lowering: ServiceLowering, in context: LoweringContext) {
        let service = lowering.service
        parts = lowering.needs.keys.filter { $0.kind != .service && $0.kind != .image }
        // Without an instance nobody needs the image, while Compose makes networks and volumes all the same.
        image = service.instances > 0 ? lowering.image.map { ImageUse(of: $0, by: lowering) } : nil
        linkCount = lowering.spec.endpoints.values.first?.links.count ?? 0
        containers = context.hasRoom(for: service) ? Self.containers(of: lowering, context.goal(of: service)) : []
    }

    private static func containers(of lowering: ServiceLowering, _ goal: Goal) -> [Resource] {
        let service = lowering.service
        return (0..<service.instances)
            .map { index in
                var spec = lowering.spec
                spec.name = lowering.names.container(service, replica: index + 1)
                return Resource(
                    id: ResourceAddress(.service, service.name, replica: index + 1),
                    spec: .container(spec),
                    needs: lowering.needs,
                    origins: lowering.origins,
                    declaration: service.span,
                    goal: goal,
                    contentPolicies: lowering.contentPolicies
                )
            }
    }
}

extension Service {
    /// Containers that the manifest asks for.
    var instances: Int { max(0, replicas?.value ?? 1) }
}
