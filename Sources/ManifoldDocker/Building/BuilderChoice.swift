import ManifoldPlan

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds out who builds: Docker's buildx where it is installed, and the engine itself otherwise.
///
/// Files are looked for rather than programs run, because a plan that builds nothing must not wait for any.
enum BuilderChoice {
    static func builder(in environment: [String: String]) -> Builder {
        if let wanted = environment["MANIFOLD_BUILDER"].flatMap({ Builder(rawValue: $0) }) { return wanted }
        let programs = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/docker" }
        guard programs.contains(where: isProgram) else { return .engine }
        return plugins(environment).contains(where: isProgram) ? .buildx : .engine
    }

    /// The places where Docker's command line looks for its plugins.
    private static func plugins(_ environment: [String: String]) -> [String] {
        let configured = environment["DOCKER_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        let own = configured ?? environment["HOME"].map { "\($0)/.docker" }
        let shared = ["/usr/local/lib/docker", "/usr/local/libexec/docker", "/usr/lib/docker", "/usr/libexec/docker"]
        return ([own].compactMap { $0 } + shared).map { "\($0)/cli-plugins/docker-buildx" }
    }

    private static func isProgram(_ path: String) -> Bool {
        access(path, X_OK) == 0
    }
}
