import DockerEngine
import ManifoldGraph

/// The logins of the one who runs this program: what `docker login` left, in its file or with a credential helper.
package struct RegistryLogins: Sendable {
    private let file: DockerConfigFile
    private let searchPath: String?

    /// What is known of one registry.
    struct Login: Sendable {
        var credentials: RegistryCredentials?
        /// Why there may be a login that could not be had.
        var problem: String?
    }

    package init(environment: [String: String]) {
        file = DockerConfigFile(environment: environment)
        searchPath = environment["PATH"]
    }

    /// The login for the registry of an image, `docker.io` or `registry.example.com:5000`.
    func login(for domain: String) async -> Login {
        let server = RegistryServer.name(of: domain)
        guard let name = file.helper(for: server) else {
            return Login(credentials: file.credentials(for: server), problem: file.problem)
        }
        switch await helper(name).credentials(for: server) {
        case .credentials(let credentials): return Login(credentials: credentials)
        case .none: return Login(credentials: file.credentials(for: server))
        case .problem(let problem): return Login(credentials: file.credentials(for: server), problem: problem)
        }
    }

    private func helper(_ name: String) -> CredentialHelper {
        CredentialHelper(name: name, searchPath: searchPath)
    }

    /// All logins, by the name that they have for the registry: a build may ask any of them.
    func all() async -> [String: RegistryCredentials] {
        var servers = file.servers
        if let store = file.store { servers.formUnion(await helper(store).servers()) }
        var logins: [String: RegistryCredentials] = [:]
        for server in servers.sorted() {
            if let name = file.helper(for: server),
                case .credentials(let credentials) = await helper(name).credentials(for: server)
            {
                logins[server] = credentials
            } else {
                logins[server] = file.credentials(for: server)
            }
        }
        return logins
    }
}
