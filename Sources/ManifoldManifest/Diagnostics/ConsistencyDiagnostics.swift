import ManifoldDiagnostics
import ManifoldYAML

/// The wording of what is wrong between several keys.
extension Diagnostic {
    /// The same entry of a list again: an error where Compose refuses it, else it counts once.
    static func repeated(_ field: Field, first: SourceSpan, isError: Bool) -> Diagnostic {
        repetition("\(field) stands there twice", at: field.span, first: first, isError ? .error : .warning)
    }

    static func repeatedPort(_ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        repetition("this port is published twice in the same way", at: span, first: first, .warning)
    }

    static func repeatedMount(_ field: Field, first: SourceSpan) -> Diagnostic {
        repetition(
            "\(field) takes the place of an earlier one with the same target",
            at: field.span,
            first: first,
            .warning
        )
    }

    private static func repetition(
        _ message: String,
        at span: SourceSpan,
        first: SourceSpan,
        _ severity: Severity
    ) -> Diagnostic {
        Diagnostic(
            Code("manifest.repeated-entry"),
            severity,
            message,
            at: Label(span),
            related: [Label(first, "the first one")],
            help: "remove one of the two"
        )
    }

    static func twoValues(_ key: String, _ own: Origin, _ other: String, _ otherOrigin: Origin, _ service: String)
        -> Diagnostic
    {
        Diagnostic(
            Code("manifest.two-values"),
            "`\(key)` and `\(other)` of service `\(service)` differ",
            at: Label(own.span),
            related: [Label(otherOrigin.span, "`\(other)`")],
            help: "keep one of the two, or give both the same value"
        )
    }

    static func tooManyReplicas(_ span: SourceSpan, _ service: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.too-many-replicas"),
            "service `\(service)` wants more than 10,000 containers",
            at: Label(span),
            help: "write a smaller number"
        )
    }

    static func containerNameWithReplicas(_ name: SourceSpan, _ replicas: SourceSpan, _ service: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.container-name-with-replicas"),
            "service `\(service)` has one `container_name` for several containers",
            at: Label(name),
            related: [Label(replicas, "more than one")],
            help: "remove `container_name`, or run a single container"
        )
    }

    /// `near` is another service with much the same name.
    static func noImage(_ service: Field, near: String?) -> Diagnostic {
        Diagnostic(
            Code("manifest.no-image"),
            "service `\(service.key)` has no image",
            at: Label(service.keySpan),
            help: "add `image: NAME:TAG`" + (near.map { ", or call it `\($0)` if that service is meant" } ?? "")
        )
    }

    static func externalWith(_ key: String, at span: SourceSpan, _ volume: Field, external: SourceSpan) -> Diagnostic {
        Diagnostic(
            Code("manifest.external-with-others"),
            "volume `\(volume.key)` is external, so `\(key)` cannot be set",
            at: Label(span),
            related: [Label(external, "external")],
            help: "remove `\(key)`, or remove `external` to have the volume made"
        )
    }

    static func twoNames(_ name: SourceSpan, _ old: SourceSpan, _ field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.two-names"),
            "`\(field.key)` has two different names",
            at: Label(name),
            related: [Label(old, "`external.name`")],
            help: "keep `name` and write `external: true`"
        )
    }

    static func oldExternalName(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Code("manifest.old-external-name"),
            .warning,
            "`external.name` is obsolete",
            at: Label(span),
            help: "write `external: true`, and `name` beside it"
        )
    }

    static func severalContents(_ spans: [SourceSpan], _ draft: ContentDraft) -> Diagnostic {
        Diagnostic(
            Code("manifest.several-contents"),
            "\(draft.kind.rawValue) `\(draft.field.key)` says more than once where its content is",
            at: spans.first.map { Label($0) },
            related: spans.dropFirst().map { Label($0) },
            help: "keep one of the keys"
        )
    }

    static func noContent(_ draft: ContentDraft, choices: [String]) -> Diagnostic {
        Diagnostic(
            Code("manifest.no-content"),
            "\(draft.kind.rawValue) `\(draft.field.key)` does not say where its content is",
            at: Label(draft.field.keySpan),
            help: "add one of \(choices.map { "`\($0)`" }.joined(separator: ", "))"
        )
    }

    static func twoDockerfiles(_ build: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.two-dockerfiles"),
            "\(build) has both `dockerfile` and `dockerfile_inline`",
            at: Label(build.value["dockerfile"]?.span ?? build.span),
            related: build.value["dockerfile_inline"].map { [Label($0.span, "the other one")] } ?? [],
            help: "keep one of them"
        )
    }

    static func networksWithMode(_ mode: SourceSpan, _ networks: SourceSpan, _ service: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.networks-with-mode"),
            "service `\(service)` has both `network_mode` and `networks`",
            at: Label(mode),
            related: [Label(networks, "`networks`")],
            help: "keep one of them: `network_mode` takes the place of all networks"
        )
    }

    static func platformNotBuilt(_ platform: SourceSpan, _ platforms: SourceSpan, _ service: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.platform-not-built"),
            "service `\(service)` runs on a platform that its image is not built for",
            at: Label(platform),
            related: [Label(platforms, "what it is built for")],
            help: "add the platform to `build.platforms`"
        )
    }

    static func countAndIDs(_ count: SourceSpan, _ ids: SourceSpan, _ field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.count-and-device-ids"),
            "\(field) has both `count` and `device_ids`",
            at: Label(count),
            related: [Label(ids, "`device_ids`")],
            help: "keep one of them"
        )
    }

    static func watchWithoutTarget(_ field: Field, action: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.watch-without-target"),
            "\(field) has no `target`, which the action `\(action)` needs",
            at: Label(field.span),
            help: "add `target: PATH`, the place in the container"
        )
    }
}
