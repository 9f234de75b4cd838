import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

extension KeyTable<Void> {
    /// The keys of `build`.
    static let build = KeyTable(
        "build",
        [
            "context": .carried(.buildContext),
            "dockerfile": .carried(.string),
            "dockerfile_inline": .carried(.string),
            "entitlements": .carried(.words),
            "args": .carried(.buildArguments),
            "provenance": .carried(.attestation),
            "sbom": .carried(.attestation),
            "ssh": .carried(.sshKeys),
            "labels": .carried(.labels),
            "cache_from": .carried(.words),
            "cache_to": .carried(.words),
            "no_cache": .carried(.bool),
            "no_cache_filter": .carried(.stringOrStrings),
            "additional_contexts": .carried(.additionalContexts),
            "pull": .carried(.bool),
            "extra_hosts": .carried(.extraHosts),
            "isolation": .carried(.string),
            "network": .carried(.string),
            "target": .carried(.string),
            "secrets": .carried(.buildSecrets),
            "shm_size": .carried(.bytes()),
            "tags": .carried(.words),
            "ulimits": .carried(.ulimits),
            "platforms": .carried(.words),
            "privileged": .carried(.bool),
        ]
    )
}

extension ValueKind {
    /// `build`: a mapping, or the path of the context alone.
    static let build = ValueKind(.anyOf([.string, KeyTable.build.schema(named: "build")])) { field, decoder in
        var parts: [Node.Pair]
        if field.value.pairs != nil {
            var nothing: Void = ()
            parts = decoder.decode(field, by: .build, into: &nothing).pairs ?? []
        } else {
            guard field.value.items == nil, field.value.resolved == .string else {
                decoder.diagnostics.report(.wrongType(field, expected: "a path or a mapping"))
                return nil
            }
            parts = buildContext.read(field, &decoder).map { [Node.Pair(key: .key("context", $0), value: $0)] } ?? []
        }
        func has(_ key: String) -> Bool { parts.contains { $0.key.scalarText == key } }
        if !has("context") {
            let directory = decoder.contexts[field.value.span.file].projectDirectory
            let here = Node.normal(directory, from: field.origin.implied)
            parts.insert(Node.Pair(key: .key("context", here), value: here), at: 0)
        }
        if !has("dockerfile"), !has("dockerfile_inline") {
            let file = Node.normal("Dockerfile", from: field.origin.implied)
            parts.insert(Node.Pair(key: .key("dockerfile", file), value: file), at: 1)
        } else if has("dockerfile"), has("dockerfile_inline") {
            decoder.diagnostics.report(.twoDockerfiles(field))
        }
        return field.value.untagged.with(.mapping(parts))
    }

    /// A directory of the host, made absolute, or something that only the builder can fetch.
    fileprivate static let buildContext = ValueKind(.string) { field, decoder in
        guard let text = decoder.string(field), !text.value.isEmpty else { return nil }
        return decoder.contextPath(text)
    }

    /// Names of further contexts with their paths or addresses.
    fileprivate static let additionalContexts = ValueKind(.settings) { field, decoder in
        var mapping = NormalMapping()
        for (name, value) in decoder.labels(field) { mapping.add(name, decoder.contextPath(value)) }
        return mapping.sorted(from: field.origin).unlessEmpty
    }

    /// A truth value, or a string with parameters.
    fileprivate static let attestation = ValueKind(.anyOf([.bool, .string])) { field, decoder in
        switch field.value.resolved {
        case .bool(let value): return .normal(value ? "true" : "false", from: field.origin)
        default: return string.read(field, &decoder)
        }
    }

    /// `ssh`: `default`, or `NAME=PATH` with the path of a key or of an agent's socket.
    fileprivate static let sshKeys = ValueKind(.settings) { field, decoder in
        var keys: [Node] = []
        var unnamed: [Origin] = []
        let isList = field.value.items != nil
        decoder.settings(field) { name, value, origin in
            if value == nil, isList, name != "default" { unnamed.append(origin) }
            keys.append(.normal(value.map { "\(name)=\($0)" } ?? name, from: origin))
        }
        for origin in unnamed { decoder.diagnostics.report(.sshKeyWithoutPath(origin)) }
        return Node.normal(keys, from: field.origin).unlessEmpty
    }

    /// The secrets that the build may read, with no place of their own.
    fileprivate static let buildSecrets = ValueKind(.buildSecrets) { field, decoder in
        let references = decoder.contentReferences(field, by: .buildSecret)
        decoder.buildSecrets[decoder.serviceName] = references
        return Node.normal(references.map { $0.normal(defaultDirectory: nil) }, from: field.origin).unlessEmpty
    }
}

extension ManifestDecoder {
    /// A build context made absolute, unless the builder is to fetch it: a URL, a repository, another service's image.
    fileprivate mutating func contextPath(_ text: Sourced<String>) -> Node? {
        if Self.isRemoteContext(text.value) { return .normal(text) }
        return absolutePath(text).map { path in .normal(text.map { _ in path }) }
    }

    private static func isRemoteContext(_ text: String) -> Bool {
        let prefixes = ["https://", "http://", "git://", "ssh://", "github.com/", "git@", "service:"]
        return text.contains("://") || prefixes.contains { text.hasPrefix($0) }
    }
}

extension Node {
    /// A key that was not written, standing where its value does.
    static func key(_ name: String, _ value: Node) -> Node { .normal(name, from: Origin(value.span)) }
}
