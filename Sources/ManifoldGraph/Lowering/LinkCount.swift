import ManifoldDiagnostics
import ManifoldManifest

/// Whether there is room for the links between services: a few lines can link a service to ten thousand containers, and each
/// container of the service has them all.
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
