/// Where an engine listens.
public enum EngineEndpoint: Hashable, Sendable {
    /// A socket of this machine.
    case unix(path: String)
    /// A TCP port without encryption; whoever reaches it is root on that host.
    case tcp(host: String, port: Int)

    /// Docker's own default, `unix:///var/run/docker.sock`.
    public static let standard = EngineEndpoint.unix(path: "/var/run/docker.sock")

    /// The endpoint that Docker's command line would use: `host` (its `-H`), or else `DOCKER_HOST`, or else the default.
    ///
    /// - Parameters:
    ///   - host: The value of `-H`; `nil` or empty where it was not given.
    ///   - environment: The process's environment.
    /// - Returns: The endpoint.
    /// - Throws: `EngineError.unsupportedEndpoint`.
    public static func resolve(
        host: String?,
        environment: [String: String]
    ) throws(EngineError) -> EngineEndpoint {
        let given = [host, environment["DOCKER_HOST"]].compactMap { $0 }.first { !$0.isEmpty }
        guard let given else { return .standard }
        let endpoint = try EngineEndpoint(parsing: given)
        if case .tcp = endpoint, let variable = tlsVariables.first(where: { environment[$0]?.isEmpty == false }) {
            throw .unsupportedEndpoint(given, reason: "`\(variable)` asks for tls, which is not supported yet")
        }
        return endpoint
    }

    private static let tlsVariables = ["DOCKER_TLS_VERIFY", "DOCKER_TLS"]
}

extension EngineEndpoint: CustomStringConvertible {
    /// The endpoint as `DOCKER_HOST` has it.
    public var description: String {
        switch self {
        case .unix(let path): "unix://\(path)"
        case .tcp(let host, let port): "tcp://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        }
    }

    /// What a request's URL begins with.
    var baseURL: String {
        switch self {
        case .unix(let path): "http+unix://\(PercentEncoding.encode(path))"
        case .tcp(let host, let port): "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        }
    }
}
