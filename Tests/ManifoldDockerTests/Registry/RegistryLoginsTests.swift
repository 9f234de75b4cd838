import DockerEngine
import FoundationEssentials
@testable import ManifoldDocker
import Testing

@Suite("Logins that docker login left")
struct RegistryLoginsTests {
    @Test(
        "a login in the file is found, however its registry is spelt",
        arguments: [
            ("registry.example.com", #""registry.example.com""#),
            ("registry.example.com", #""https://registry.example.com""#),
            ("registry.example.com:5000", #""http://registry.example.com:5000/v2/""#),
            ("docker.io", #""https://index.docker.io/v1/""#), ("docker.io", #""index.docker.io""#),
        ]
    )
    func inFile(domain: String, key: String) async throws {
        try await withLogins(#"{"auths":{\#(key):{"auth":"dXNlcjpwYTpzcw=="},"other":{"auth":"eDp5"}}}"#) { logins in
            let login = await logins.login(for: domain)
            #expect(login.credentials?.proof == .password(user: "user", password: "pa:ss"))
            #expect(login.problem == nil)
            #expect(await logins.login(for: "none.example.com").credentials == nil)
        }
    }

    @Test("tokens are taken as such, and zero bytes behind a password are none of it")
    func proofs() async throws {
        let file = #"""
            {"auths":{"a":{"auth":"dTpw","identitytoken":"id"},"b":{"registrytoken":"reg"},
             "c":{"username":"u","password":"p"},"d":{"auth":"dTpwAAA="},"e":{},"f":{"auth":"no base64"}}}
            """#
        try await withLogins(file) { logins in
            #expect(await logins.login(for: "a").credentials?.proof == .identityToken("id"))
            #expect(await logins.login(for: "b").credentials?.proof == .registryToken("reg"))
            #expect(await logins.login(for: "c").credentials?.proof == .password(user: "u", password: "p"))
            #expect(await logins.login(for: "d").credentials?.proof == .password(user: "u", password: "p"))
            #expect(await logins.login(for: "e").credentials == nil)
            #expect(await logins.login(for: "f").credentials == nil)
            #expect(Set(await logins.all().keys) == ["a", "b", "c", "d"])
        }
    }

    @Test("a helper is asked for its registries, the store for all others, and the file where they know nothing")
    func helpers() async throws {
        let file = #"""
            {"auths":{"kept.example.com":{"auth":"ZmlsZTpmaWxl"}},
             "credsStore":"all","credHelpers":{"one.example.com":"one"}}
            """#
        let one = #"read server; echo '{"Username":"<token>","Secret":"tok"}'"#
        let all = #"""
            read server
            case $1:$server in
            list:) echo '{"two.example.com":"two"}' ;;
            get:two.example.com) echo '{"Username":"two","Secret":"s2"}' ;;
            *) echo "credentials not found in native keychain"; exit 1 ;;
            esac
            """#
        try await withLogins(file, helpers: ["one": one, "all": all]) { logins in
            #expect(await logins.login(for: "one.example.com").credentials?.proof == .identityToken("tok"))
            let two = await logins.login(for: "two.example.com")
            #expect(
                two.credentials
                    == RegistryCredentials(server: "two.example.com", .password(user: "two", password: "s2"))
            )
            #expect(
                await logins.login(for: "kept.example.com").credentials?.proof
                    == .password(user: "file", password: "file")
            )
            #expect(await logins.login(for: "three.example.com").credentials == nil)
            #expect(Set(await logins.all().keys) == ["kept.example.com", "one.example.com", "two.example.com"])
        }
    }

    @Test(
        "a helper that fails is told of, without a word of what it printed",
        arguments: [
            ("echo hunter2; exit 3", "`docker-credential-it` ended with exit code 3"),
            ("echo hunter2", "`docker-credential-it` gave no login"),
            ("kill -9 $$", "`docker-credential-it` was killed"),
            (nil, "there is no program `docker-credential-it`"),
        ] as [(String?, String)]
    )
    func failingHelper(script: String?, problem: String) async throws {
        let helpers = script.map { ["it": $0] } ?? [:]
        try await withLogins(#"{"credsStore":"it"}"#, helpers: helpers) { logins in
            let login = await logins.login(for: "registry.example.com")
            #expect(login.credentials == nil)
            #expect(login.problem == problem)
        }
    }

    @Test("no file is no login, and a file that cannot be read is told of")
    func files() async throws {
        #expect(await RegistryLogins(environment: [:]).login(for: "docker.io").problem == nil)
        #expect(await RegistryLogins(environment: ["HOME": "/nowhere"]).login(for: "docker.io").problem == nil)
        try await withLogins("not json: hunter2") { logins in
            let problem = await logins.login(for: "docker.io").problem
            #expect(problem?.contains("is not the file that `docker login` writes") == true)
            #expect(problem?.contains("hunter2") == false)
        }
    }
}

/// Runs `body` with the logins of somebody whose home has such a file, and such programs on PATH.
func withLogins(
    _ file: String,
    helpers: [String: String] = [:],
    _ body: (RegistryLogins) async throws -> Void
) async throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "logins-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: home.appending(path: ".docker"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    try Data(file.utf8).write(to: home.appending(path: ".docker/config.json"))
    for (name, script) in helpers {
        let path = home.appending(path: "docker-credential-\(name)").path
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    try await body(RegistryLogins(environment: ["HOME": home.path, "PATH": "\(home.path):/usr/bin:/bin"]))
}
