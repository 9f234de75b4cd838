/// What an engine says of itself in the headers of its ping answer (API 1.40, `SystemPing`).
///
/// `/version` and `/info` say more and cost thirty times as much, so nothing here comes from them.
public struct EngineInfo: Hashable, Sendable {
    /// The version that calls are sent at: the older of the engine's and `APIVersion.newestKnown`.
    public var apiVersion: APIVersion
    /// The newest version the engine speaks, from `Api-Version`.
    public var engineAPIVersion: APIVersion
    /// The engine's own version, such as `20.10.24+dfsg1`, from `Server`; `nil` if that header is missing or odd.
    public var engineVersion: String?
    /// The system that containers run on, such as `linux`, from `Ostype`; `nil` if that header is missing.
    public var osType: String?

    /// Makes a description of an engine.
    public init(apiVersion: APIVersion, engineAPIVersion: APIVersion, engineVersion: String?, osType: String?) {
        self.apiVersion = apiVersion
        self.engineAPIVersion = engineAPIVersion
        self.engineVersion = engineVersion
        self.osType = osType
    }
}

extension EngineInfo {
    /// The version in a `Server` header such as `Docker/20.10.24+dfsg1 (linux)`.
    static func engineVersion(server: String) -> String? {
        guard let slash = server.firstIndex(of: "/") else { return nil }
        let version = server[server.index(after: slash)...].prefix { $0 != " " }
        return version.isEmpty ? nil : String(version)
    }
}
