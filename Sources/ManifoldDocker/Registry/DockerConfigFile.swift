import FoundationEssentials
import JSONReading
import DockerEngine

/// What Docker's own commands remember of logins: `config.json` in `DOCKER_CONFIG`, or in `.docker` at home.
struct DockerConfigFile: Sendable {
    /// An entry of `auths`.
    private struct Login: JSONReadable {
        /// `user:password` in base64.
        var auth: String?
        var username: String?
        var password: String?
        var identitytoken: String?
        var registrytoken: String?

        enum CodingKeys: String, CodingKey {
            case auth
            case username
            case password
            case identitytoken
            case registrytoken
        }

        init(json: JSONReader) throws(JSONError) {
            var members = try json.object(CodingKeys.self)
            auth = try members.optional(.auth)
            username = try members.optional(.username)
            password = try members.optional(.password)
            identitytoken = try members.optional(.identitytoken)
            registrytoken = try members.optional(.registrytoken)
        }
    }

    private struct Content: JSONReadable {
        var auths: [String: Login] = [:]
        /// The program that keeps all logins, `docker-credential-NAME`.
        var credsStore: String?
        /// The programs that keep the logins of some registries.
        var credHelpers: [String: String] = [:]

        init() {}

        enum CodingKeys: String, CodingKey {
            case auths
            case credsStore
            case credHelpers
        }

        init(json: JSONReader) throws(JSONError) {
            var members = try json.object(CodingKeys.self)
            auths = try members.optional(.auths) ?? [:]
            credsStore = try members.optional(.credsStore)
            credHelpers = try members.optional(.credHelpers) ?? [:]
        }
    }

    private var content = Content()
    /// Why nothing can be told from it, where it is there and cannot be read.
    private(set) var problem: String?

    init(environment: [String: String]) {
        let home = environment["HOME"].map { "\($0)/.docker" }
        let configured = environment["DOCKER_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        guard let directory = configured ?? home else { return }
        let path = "\(directory)/config.json"
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard let data = FileManager.default.contents(atPath: path) else {
            problem = "`\(path)` cannot be read"
            return
        }
        do {
            content = try Content(json: JSONReader(Array(data)))
        } catch {
            problem = "`\(path)` is not the file that `docker login` writes"
        }
    }

    /// Registries that the file names in any way, as logins spell them.
    var servers: Set<String> {
        Set(content.auths.keys).union(content.credHelpers.keys)
    }

    /// The name of the program that keeps all logins which the file does not give to others.
    var store: String? { content.credsStore.flatMap { $0.isEmpty ? nil : $0 } }

    /// The name of the program that keeps the login of a registry.
    func helper(for server: String) -> String? {
        let own = content.credHelpers.first { RegistryServer.isSame($0.key, server) }?.value
        return own ?? store
    }

    /// The login that stands in the file itself.
    func credentials(for server: String) -> RegistryCredentials? {
        let entries = content.auths.filter { RegistryServer.isSame($0.key, server) }
        // The very spelling counts before others that mean the same.
        guard
            let (name, login) = entries.min(by: {
                ($0.key == server ? 0 : 1, $0.key) < ($1.key == server ? 0 : 1, $1.key)
            })
        else { return nil }
        return Self.proof(of: login).map { RegistryCredentials(server: name, $0) }
    }

    private static func proof(of login: Login) -> RegistryCredentials.Proof? {
        if let token = login.identitytoken, !token.isEmpty { return .identityToken(token) }
        if let token = login.registrytoken, !token.isEmpty { return .registryToken(token) }
        if let user = login.username, let password = login.password { return .password(user: user, password: password) }
        guard let encoded = login.auth, let data = Data(base64Encoded: encoded) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return nil }
        // Docker fills up with zero bytes.
        let password = text[text.index(after: colon)...].prefix { $0 != "\0" }
        return .password(user: String(text[..<colon]), password: String(password))
    }
}

/// How logins name a registry.
enum RegistryServer {
    /// The name that logins to Docker's own registry have.
    static let docker = "https://index.docker.io/v1/"

    /// The name for the registry of an image reference.
    static func name(of domain: String) -> String {
        domain == "docker.io" ? docker : domain
    }

    /// Whether two names mean the same registry: scheme and path do not count.
    static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || host(left) == host(right)
    }

    private static func host(_ name: String) -> Substring {
        var rest = name[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        return rest.prefix { $0 != "/" }
    }
}
