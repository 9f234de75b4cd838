import ManifoldDiagnostics
import ManifoldResources
import Testing

@testable import ManifoldGraph

@Suite("What a plan may show")
struct ShowabilityTests {
    @Test(
        "a name that sounds like a secret's hides its value",
        arguments: [
            "PASSWORD", "DB_PASSWORD_FILE", "mysql_passwd", "PGPASS", "passphrase", "PWD", "client_secret", "SECRETS",
            "API_TOKEN", "tokens", "API_KEY", "apiKey", "apikey", "KEY", "KEYS", "AWS_ACCESS_KEY_ID", "ssh-key",
            "GOOGLE_CREDENTIALS", "BASIC_AUTH", "OAuth2", "PRIVATE", "SENTRY_DSN", "TLS_CERT", "PASSWORD_SALT",
            "HMAC_SIGNATURE", "JWT", "SLACK_WEBHOOK_URL", "ConnectionStrings__Default", "spring.datasource.password",
        ]
    )
    func secretNames(name: String) {
        #expect(Showability.soundsSecret(name))
    }

    @Test(
        "other names do not",
        arguments: [
            "LOG_LEVEL", "KEYCLOAK_URL", "KEYSPACE", "keyboard", "PORT", "TZ", "DATABASE_URL", "POSTGRES_USER", "",
            "traefik.enable", "NODE_ENV",
        ]
    )
    func openNames(name: String) {
        #expect(!Showability.soundsSecret(name))
    }

    @Test(
        "a value that gives itself away is hidden",
        arguments: [
            "postgres://app:hunter2@db/app", "https://token@github.com/x", "amqp://u:p/w@mq:5672",
            "-----BEGIN RSA PRIVATE KEY-----\nMIIE", "Server=db;User Id=sa;Password=hunter2;", "password: hunter2",
            #"{"user": "a", "password": "b c"}"#, "{token:x}", "-Ddb.password=hunter2", "Authorization: Basic YTpi",
            "Bearer abc", "https://x.org/?user=a&api_key=b", "ghp_0123456789", "prefix AKIAIOSFODNN7EXAMPLE",
            "eyJhbGciOiJIUzI1NiJ9.e30.x", "xoxb-1-2",
        ]
    )
    func secretValues(value: String) {
        #expect(Showability.holdsSecret(value))
    }

    @Test(
        "an ordinary value is not",
        arguments: [
            "", "debug", "https://example.org/a?b=c", "10.0.0.1:8080", "user@example.org", "/run/secrets/db_password",
            "postgres://db:5432/app", "Host(`a.example.org`)", "a=b;c=d", "password", "redis://cache:6379/0",
        ]
    )
    func openValues(value: String) {
        #expect(!Showability.holdsSecret(value))
    }

    @Test(
        "in a command the secret and the option that names it are hidden",
        arguments: [
            (["redis-server", "--requirepass", "x"], "+--"),
            (["app", "--password=x", "--port=80"], "+-+"),
            (["mysql", "-uroot", "-px", "shop"], "++-+"),
            (["mysql", "-p", "x"], "++-"),
            (["ssh", "-p", "22"], "+++"), (["serve", "-p8080"], "++"), (["mkdir", "-p", "/data"], "+++"),
            (["redis-cli", "-a", "x", "ping"], "++-+"), (["ls", "-a", "x"], "+++"),
            (["curl", "-u", "me:x", "http://h"], "++-+"), (["run", "-u", "1000:1000"], "+++"),
            (["app", "--db", "postgres://a:b@c/d"], "++-"),
            (["config", "set", "requirepass", "x"], "+++-"),
            (["CMD-SHELL", "mysqladmin ping -px || exit 1"], "+-"),
            (["CMD-SHELL", "curl -f http://localhost/ || exit 1"], "++"),
            (["sh", "-c", "redis-cli -a 'x' ping"], "++-"),
            (["env", "DB_PASSWORD=x", "app"], "+-+"),
        ]
    )
    func words(words: [String], expected: String) {
        let shown = Showability.areShowable(words).map { $0 ? "+" : "-" }.joined()
        #expect(shown == expected)
    }

    @Test("a value from a variable or from another file is never shown")
    func origins() {
        let place = SourceSpan(file: FileID(rawValue: 0), start: 4, end: 5)
        let elsewhere = SourceSpan(file: FileID(rawValue: 1), start: 4, end: 5)
        #expect(Showability.isOpen(Origin(place)))
        #expect(Showability.isOpen(Origin(place, via: [place])))
        #expect(!Showability.isOpen(Origin(place, variables: ["LEVEL"])))
        #expect(!Showability.isOpen(Origin(elsewhere, via: [place])))
        #expect(!Showability.text("debug", named: "LEVEL", from: Origin(elsewhere, via: [place])).isShowable)
        #expect(Showability.text("debug", named: "LEVEL", from: Origin(place)).isShowable)
        #expect(Showability.words(["a"], from: Origin(place, variables: ["X"])).map(\.isShowable) == [false])
    }
}
