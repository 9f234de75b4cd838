import FoundationEssentials

/// Who asks a registry, as the engine passes it on (API 1.41, `AuthConfig`).
public struct RegistryCredentials: Hashable, Sendable {
    /// What proves it.
    public enum Proof: Hashable, Sendable {
        /// A name with its password or token.
        case password(user: String, password: String)
        /// A token that stands for a login that took place elsewhere.
        case identityToken(String)
        /// A token that the registry takes as it is.
        case registryToken(String)
    }

    /// The registry's address, as the login named it.
    public var server: String
    /// What proves it.
    public var proof: Proof

    /// Describes a login.
    public init(server: String, _ proof: Proof) {
        self.server = server
        self.proof = proof
    }

    private struct Body: Encodable {
        var username: String?
        var password: String?
        var identitytoken: String?
        var registrytoken: String?
        var serveraddress: String
    }

    private var body: Body {
        var body = Body(serveraddress: server)
        switch proof {
        case .password(let user, let password): (body.username, body.password) = (user, password)
        case .identityToken(let token): body.identitytoken = token
        case .registryToken(let token): body.registrytoken = token
        }
        return body
    }

    /// The headers of a call about one registry.
    static func headers(_ credentials: RegistryCredentials?) -> [(name: String, value: String)] {
        credentials.map { [("X-Registry-Auth", encoded($0.body))] } ?? []
    }

    /// The headers of a call that can ask several registries, as a build does.
    static func headers(_ credentials: [String: RegistryCredentials]) -> [(name: String, value: String)] {
        credentials.isEmpty ? [] : [("X-Registry-Config", encoded(credentials.mapValues(\.body)))]
    }

    /// JSON in the alphabet of RFC 4648 section 5, with padding, as the engine wants it.
    private static func encoded(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("strings and objects can always be written as JSON")
        }
        return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }
}
