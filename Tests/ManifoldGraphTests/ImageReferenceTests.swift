import ManifoldGraph
import Testing

@Suite("An image reference")
struct ImageReferenceTests {
    static let digest = "sha256:" + String(repeating: "0a", count: 32)

    @Test(
        "has a full and a familiar form",
        arguments: [
            ("nginx", "docker.io/library/nginx:latest", "nginx:latest"),
            ("nginx:1.27", "docker.io/library/nginx:1.27", "nginx:1.27"),
            ("grafana/loki", "docker.io/grafana/loki:latest", "grafana/loki:latest"),
            ("docker.io/nginx", "docker.io/library/nginx:latest", "nginx:latest"),
            ("docker.io/library/nginx", "docker.io/library/nginx:latest", "nginx:latest"),
            ("index.docker.io/library/nginx", "docker.io/library/nginx:latest", "nginx:latest"),
            ("localhost/app", "localhost/app:latest", "localhost/app:latest"),
            ("localhost:5000/app:v1", "localhost:5000/app:v1", "localhost:5000/app:v1"),
            ("127.0.0.1:5000/a/b-c_d", "127.0.0.1:5000/a/b-c_d:latest", "127.0.0.1:5000/a/b-c_d:latest"),
            ("[fd00::1]:5000/app", "[fd00::1]:5000/app:latest", "[fd00::1]:5000/app:latest"),
            ("quay.io/a/b__c/d.e", "quay.io/a/b__c/d.e:latest", "quay.io/a/b__c/d.e:latest"),
            ("Registry/app", "Registry/app:latest", "Registry/app:latest"),
            ("nginx@\(digest)", "docker.io/library/nginx@\(digest)", "nginx@\(digest)"),
            ("nginx:1@\(digest)", "docker.io/library/nginx:1@\(digest)", "nginx:1@\(digest)"),
            (digest, digest, digest),
        ]
    )
    func forms(text: String, normal: String, familiar: String) throws {
        let reference = try ImageReference(text)
        #expect(reference.normal == normal)
        #expect(reference.familiar == familiar)
        // Both forms mean the same image.
        #expect(try ImageReference(reference.normal) == reference)
        #expect(try ImageReference(reference.familiar) == reference)
    }

    @Test(
        "that Docker would refuse says why",
        arguments: [
            ("", .empty),
            (":tag", .empty),
            ("Nginx", .upperCase(suggestion: "nginx")),
            ("Example/Shop:V1", .upperCase(suggestion: "example/shop:V1")),
            ("quay.io/App", .upperCase(suggestion: "quay.io/app")),
            ("-host.io/app", .domain("-host.io")),
            ("host.io:port/app", .domain("host.io:port")),
            ("a..b", .path("library/a..b")),
            ("a___b", .path("library/a___b")),
            ("app/", .path("app/")),
            ("app name", .path("library/app name")),
            ("https://quay.io/app", .domain("https:")),
            ("app:", .tag("")),
            ("app:-x", .tag("-x")),
            ("app:a b", .tag("a b")),
            ("app@sha256:12", .digest("sha256:12")),
            ("app@md5:\(String(repeating: "a", count: 32))", .digest("md5:\(String(repeating: "a", count: 32))")),
            (String(repeating: "a", count: 260), .tooLong),
            (String(repeating: "0a", count: 32), .hexadecimalName),
        ] as [(String, ImageReference.Problem)]
    )
    func problems(text: String, problem: ImageReference.Problem) {
        #expect(throws: problem) { try ImageReference(text) }
    }
}
