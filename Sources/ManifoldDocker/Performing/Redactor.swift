import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// Takes secrets out of words that are not ours: an engine's error can quote a command, a container can print its password.
struct Redactor: Sendable {
    /// Longest first, so that a secret which holds another is taken out whole.
    private let secrets: [String]

    /// Shorter texts would blot out half of an ordinary sentence, and are no secrets worth the name.
    private static let shortest = 4

    init(_ graph: ResourceGraph?) {
        var found: Set<String> = []
        for resource in graph?.ordered ?? [] {
            for value in resource.spec.fields.values { Self.collect(value, into: &found) }
            guard case .image(let image) = resource.spec else { continue }
            for secret in image.build?.secrets.values.map(\.content) ?? [] {
                Self.collect(.text(secret), into: &found)
            }
        }
        secrets = found.filter { $0.count >= Self.shortest }
            .sorted { ($1.count, $0) < ($0.count, $1) }
    }

    func redact(_ failure: OperationFailure) -> OperationFailure {
        OperationFailure(
            redact(failure.message),
            details: failure.details.map(redact),
            isLockLost: failure.isLockLost
        )
    }

    private func redact(_ text: String) -> String {
        // A mark that no text holds, so that no secret is taken for a part of the words that replace another.
        let marked = secrets.reduce(text) { text, secret in
            text.contains(secret)
                ? text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "\0") : text
        }
        return marked.split(separator: "\0", omittingEmptySubsequences: false).joined(separator: "(hidden)")
    }

    private static func collect(_ value: FieldValue<FreeText>, into found: inout Set<String>) {
        switch value {
        case .text(let text) where !text.isShowable: found.formUnion(parts(of: text.string))
        case .list(let values): for value in values { collect(value, into: &found) }
        case .set(let values): for value in values { collect(value, into: &found) }
        case .map(let entries): for value in entries.values { collect(value, into: &found) }
        default: break
        }
    }

    /// The text, each of its lines, and the password of a URL: what a program prints is seldom the whole.
    private static func parts(of text: String) -> [String] {
        var parts = text.split(whereSeparator: \.isNewline).map { String($0) }
        if let scheme = text.firstRange(of: "://"), let at = text.lastIndex(of: "@"), scheme.upperBound < at {
            let userInfo = text[scheme.upperBound..<at]
            if let colon = userInfo.firstIndex(of: ":") {
                parts.append(String(userInfo[userInfo.index(after: colon)...]))
            }
        }
        return (parts + [text]).flatMap { [$0, quoted($0)] }
    }

    /// A text as the engine quotes it in its errors.
    private static func quoted(_ text: String) -> String {
        text.reduce(into: "") { quoted, character in
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.append(character)
            }
        }
    }
}
