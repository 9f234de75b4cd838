import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// How much a few lines can ask for: a scale of ten thousand in many services, or links to each of those containers,
/// would fill the memory before anybody sees the mistake.
struct SystemSize {
    static let mostContainers = 100_000
    static let mostLinks = 1_000_000

    private var containers = 0
    private var links = 0
    private var isTold = false

    /// Whether the containers of one more service still have room; the first that has none is reported.
    mutating func admits(_ lowering: ServiceLowering, reporting diagnostics: inout Diagnostics) -> Bool {
        containers += ServiceLowering.replicas(of: lowering.service)
        links += lowering.spec.endpoints.values.first?.links.count ?? 0
        guard containers > Self.mostContainers || links > Self.mostLinks else { return true }
        if !isTold {
            let isByScale = containers > Self.mostContainers
            diagnostics.report(GraphDiagnostics.tooLarge(lowering.service, isByScale: isByScale))
        }
        isTold = true
        return false
    }
}

extension GraphDiagnostics {
    static func tooLarge(_ service: Service, isByScale: Bool) -> Diagnostic {
        Diagnostic(
            Code("graph.too-large"),
            .error,
            isByScale
                ? "with service `\(service.name)` the system has more than a hundred thousand containers"
                : "with service `\(service.name)` the links between services come to more than a million names",
            at: Label(service.replicas?.origin.span ?? service.span),
            help: isByScale ? "write a smaller `scale`" : "leave out `links`: services find each other by their names"
        )
    }
}
