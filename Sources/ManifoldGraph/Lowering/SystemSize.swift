import ManifoldDiagnostics
import ManifoldManifest
import OrderedCollections

/// Which services have room for their containers: a few lines with a scale of ten thousand would fill the memory before
/// anybody sees the mistake.
struct SystemSize: Sendable {
    static let mostContainers = 100_000

    private var refused: Set<String> = []

    /// Counts the containers of the active services, given by their numbers; the first that has no room is reported.
    init(
        _ services: OrderedDictionary<String, Service>.Values,
        _ active: [Int],
        reporting diagnostics: inout Diagnostics
    ) {
        var containers = 0
        for number in active {
            containers += services[number].instances
            guard containers > Self.mostContainers else { continue }
            if refused.isEmpty { diagnostics.report(GraphDiagnostics.tooLarge(services[number], isByScale: true)) }
            refused.insert(services[number].name)
        }
    }

    func hasRoom(for service: Service) -> Bool { !refused.contains(service.name) }
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
