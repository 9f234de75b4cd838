extension EngineEndpoint {
    /// Reads the value of `-H` or `DOCKER_HOST`: `unix:///path` or `tcp://host[:port]`.
    ///
    /// - Throws: `EngineError.unsupportedEndpoint`, which says what is supported.
    public init(parsing text: String) throws(EngineError) {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
            let help = text.hasPrefix("/") ? "write `unix://\(text)`" : Self.supported
            throw .unsupportedEndpoint(text, reason: help)
        }
        let rest = text[colon...].dropFirst(3)
        switch text[..<colon] {
        case "unix":
            try self.init(path: rest, of: text)
        case "tcp":
            try self.init(address: rest, of: text)
        case let scheme:
            throw .unsupportedEndpoint(text, reason: "`\(scheme)` is not supported; \(Self.supported)")
        }
    }

    private static let supported = "use `unix:///path` or `tcp://host:port`"
    /// What `sockaddr_un` holds on Linux without its final zero.
    private static let longestPath = 107

    private init(path: Substring, of text: String) throws(EngineError) {
        guard !path.isEmpty else {
            self = .standard
            return
        }
        guard path.hasPrefix("/") else {
            throw .unsupportedEndpoint(text, reason: "the path has to be absolute, as in `unix:///var/run/docker.sock`")
        }
        guard path.utf8.count <= Self.longestPath else {
            throw .unsupportedEndpoint(text, reason: "a socket's path has at most \(Self.longestPath) bytes")
        }
        self = .unix(path: String(path))
    }

    private init(address: Substring, of text: String) throws(EngineError) {
        let address = address.hasSuffix("/") ? address.dropLast() : address
        guard !address.contains("/") else {
            throw .unsupportedEndpoint(text, reason: "a path after the port is not supported")
        }
        let host: Substring
        var port: Substring?
        if address.hasPrefix("["), let bracket = address.firstIndex(of: "]") {
            host = address[..<bracket].dropFirst()
            let rest = address[bracket...].dropFirst()
            guard rest.isEmpty || rest.hasPrefix(":") else {
                throw .unsupportedEndpoint(text, reason: Self.supported)
            }
            port = rest.isEmpty ? nil : rest.dropFirst()
        } else {
            let parts = address.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            host = parts[0]
            port = parts.count > 1 ? parts[1] : nil
        }
        // 2375 is what Docker itself takes for plain TCP.
        guard !host.isEmpty, let number = UInt16(port ?? "2375"), number > 0 else {
            throw .unsupportedEndpoint(text, reason: Self.supported)
        }
        self = .tcp(host: String(host), port: Int(number))
    }
}
