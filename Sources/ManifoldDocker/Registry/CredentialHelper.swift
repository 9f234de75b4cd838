import DockerEngine
import JSONReading

/// A program that keeps logins, `docker-credential-NAME`: it is told a registry and answers with a name and a secret.
struct CredentialHelper: Sendable {
    let name: String
    /// Where programs are looked for; nil is where this process looks.
    var searchPath: String?

    enum Answer: Sendable {
        case credentials(RegistryCredentials)
        /// It keeps none for that registry.
        case none
        /// It could not be asked, in words that hold no secret.
        case problem(String)
    }

    private struct Secret: JSONReadable {
        let username: String
        let secret: String

        enum CodingKeys: String, CodingKey {
            case username = "Username"
            case secret = "Secret"
        }

        init(json: JSONReader) throws(JSONError) {
            var members = try json.object(CodingKeys.self)
            username = try members.required(.username)
            secret = try members.required(.secret)
        }
    }

    private var program: String { "docker-credential-\(name)" }

    /// The login for a registry.
    func credentials(for server: String) async -> Answer {
        let finished = await run("get", input: server)
        switch finished.ending {
        case .exited(0): break
        // By the protocol an error is told on standard output, and this one is no error.
        case .exited where finished.output.contains("credentials not found"): return .none
        case .exited(let code): return .problem("`\(program)` ended with exit code \(code)")
        case .signalled: return .problem("`\(program)` was killed")
        case .notFound: return .problem("there is no program `\(program)`")
        case .deadlinePassed: return .problem("`\(program)` did not answer in time")
        case .failed: return .problem("`\(program)` could not be run")
        }
        guard let secret = try? Secret(json: JSONReader(Array(finished.output.utf8))) else {
            return .problem("`\(program)` gave no login")
        }
        if secret.secret.isEmpty { return .none }
        let proof: RegistryCredentials.Proof =
            secret.username == "<token>"
            ? .identityToken(secret.secret) : .password(user: secret.username, password: secret.secret)
        return .credentials(RegistryCredentials(server: server, proof))
    }

    /// The registries that it keeps logins for; none where it cannot tell.
    func servers() async -> Set<String> {
        let finished = await run("list", input: "")
        guard finished.isSuccess,
            let logins = try? [String: String](json: JSONReader(Array(finished.output.utf8)))
        else { return [] }
        return Set(logins.keys)
    }

    private func run(_ verb: String, input: String) async -> ToolRun.Finished {
        var run = ToolRun(program: program, arguments: [verb], input: input, deadline: .seconds(15))
        if let searchPath { run.environment["PATH"] = searchPath }
        return await run.collect()
    }
}
