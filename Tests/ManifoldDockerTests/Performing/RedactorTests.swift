import ManifoldExecution
@testable import ManifoldDocker
import ManifoldResources
import Testing

@Suite("Secrets in other people's words")
struct RedactorTests {
    private static let password = "correct-horse-battery"

    @Test(
        "a secret of whichever field is taken out of messages and details",
        arguments: [
            { $0.environment = ["PASSWORD": hidden(password)] }, { $0.command = [text("run"), hidden(password)] },
            { $0.labels = ["token": hidden(password)] }, { $0.entrypoint = [hidden(password)] },
            { $0.healthCheck.test = [text("CMD"), hidden(password)] },
            {
                $0.files = [
                    "/run/secrets/s": FileSpec(
                        source: ResourceAddress(.secret, "s"),
                        content: FreeText(content: Array(password.utf8)),
                        userID: 0,
                        groupID: 0,
                        mode: 0
                    )
                ]
            },
        ] as [@Sendable (inout ContainerSpec) -> Void]
    )
    func fields(change: @Sendable (inout ContainerSpec) -> Void) {
        let failure = OperationFailure(
            "exec: \"\(Self.password)\": not found",
            details: ["last output:", "password is \(Self.password), \(Self.password)!"]
        )
        let redacted = Redactor(graph(with: change)).redact(failure)
        #expect(redacted.message == "exec: \"(hidden)\": not found")
        #expect(redacted.details == ["last output:", "password is (hidden), (hidden)!"])
    }

    @Test("what may be shown stays")
    func shown() {
        #expect(redact("level is verbose") { $0.environment = ["LEVEL": text("verbose")] } == "level is verbose")
    }

    @Test("short texts stay, or half of an ordinary sentence would go", arguments: ["", "1", "no", "yes"])
    func short(value: String) {
        let message = "no container says yes to 1"
        #expect(redact(message) { $0.environment = ["A": hidden(value)] } == message)
    }

    @Test("a line of a secret with several lines is taken out by itself")
    func lines() {
        let key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----\n"
        #expect(redact("read MIIEvQIBADANBg") { $0.environment = ["KEY": hidden(key)] } == "read (hidden)")
        #expect(redact("read \(key)") { $0.environment = ["KEY": hidden(key)] } == "read (hidden)")
    }

    @Test(
        "the password of a URL is taken out by itself",
        arguments: [
            ("postgres://app:s3cret-pw@db:5432/app", "s3cret-pw"), ("amqp://u:p@ss-word@mq/", "p@ss-word"),
            ("redis://:only-password@cache", "only-password"),
        ]
    )
    func url(value: String, password: String) {
        let message = redact("authentication failed for \(password)") { $0.environment = ["URL": hidden(value)] }
        #expect(message == "authentication failed for (hidden)")
    }

    @Test("a secret that holds another is taken out whole")
    func nested() {
        let message = redact("got swordfish-2000 and swordfish") {
            $0.environment = ["A": hidden("swordfish"), "B": hidden("swordfish-2000")]
        }
        #expect(message == "got (hidden) and (hidden)")
    }

    @Test("a secret is not taken out of what stands in for another")
    func standIn() {
        let message = redact("got swordfish") { $0.environment = ["A": hidden("swordfish"), "B": hidden("hidden")] }
        #expect(message == "got (hidden)")
    }

    @Test("an engine that quotes a secret with its quotation marks and backslashes escaped does not give it away")
    func escaped() {
        let message = redact(#"exec: "pass\"word\\one": not found"#) {
            $0.command = [hidden(#"pass"word\one"#)]
        }
        #expect(message == #"exec: "(hidden)": not found"#)
    }

    @Test("without a graph there is nothing to hide, and a lost lock stays one")
    func noGraph() {
        let failure = OperationFailure("a", details: ["b"], isLockLost: true)
        #expect(Redactor(nil).redact(failure) == failure)
        let redacted = Redactor(graph { $0.environment = ["A": hidden("abcdef")] })
            .redact(
                OperationFailure("abcdef", isLockLost: true)
            )
        #expect(redacted == OperationFailure("(hidden)", isLockLost: true))
    }

    private func redact(_ message: String, _ change: (inout ContainerSpec) -> Void) -> String {
        Redactor(graph(with: change)).redact(OperationFailure(message)).message
    }
}

private func hidden(_ string: String) -> FreeText {
    FreeText(string, isShowable: false)
}
