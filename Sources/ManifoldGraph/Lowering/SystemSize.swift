import ManifoldDiagnostics
import ManifoldManifest
import OrderedCollections

// A few lines can ask for much: a scale of ten thousand in many services, or links to each of those containers, would
// fill the memory before anybody sees the mistake.

/// Which services have room for their containers.
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

/// Whether there is room for the links between services.
struct LinkCount {
    static let most = 1_000_000

    private var links = 0

    /// Counts the links of one more service, and tells whether they have room; the first that has none is reported.
    mutating func admits(_ count: Int, of service: Service, reporting diagnostics: inout Diagnostics) -> Bool {
        let hadRoom = links <= Self.most
        links += count
        guard links > Self.most else { return true }
        if hadRoom { diagnostics.report(GraphDiagnostics.tooLarge(service, isByScale: false)) }
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
