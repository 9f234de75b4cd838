import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// All wording of this floor.
enum GraphDiagnostics {
    typealias Code = Diagnostic.Code
    typealias Label = Diagnostic.Label

    static func cycle(_ cycle: NeedCycle) -> Diagnostic {
        let path = (cycle.edges + cycle.edges.prefix(1)).map { String(describing: $0.from) }
        let labels = cycle.edges.compactMap { edge in
            edge.span.map { Label($0, "`\(edge.from)` needs `\(edge.to)`") }
        }
        return Diagnostic(
            Code("graph.cycle"),
            .error,
            "these wait for each other in a circle: \(Stations.text(path))",
            at: labels.first,
            related: Array(labels.dropFirst()),
            help: "remove one of these needs, so that one of them can start first"
        )
    }

    static func missingNeed(of resource: Resource, on address: ResourceAddress, _ need: Need) -> Diagnostic {
        Diagnostic(
            Code("graph.missing-need"),
            .error,
            "`\(resource.id.withoutReplica)` needs `\(address)`, which is not part of the system",
            at: (need.span ?? resource.declaration).map { Label($0, "needed here") },
            help: "declare `\(address)`, or remove the need"
        )
    }

    static func missingImage(of service: Service) -> Diagnostic {
        Diagnostic(
            Code("graph.missing-image"),
            .error,
            "service `\(service.name)` has no image",
            at: Label(service.span, "what should run here?"),
            help: "add `image:` with the name of the image to run"
        )
    }

    static func invalidImage(_ image: Sourced<String>, _ problem: ImageReference.Problem) -> Diagnostic {
        let (reason, help): (String, String?) =
            switch problem {
            case .empty: ("nothing stands before the tag", "write a name such as `nginx:1.27`")
            case .upperCase(let suggestion): ("the name has capitals", "write `\(suggestion)`")
            case .domain(let domain):
                ("`\(domain)` is no registry's name", "write a host, and a port where it needs one")
            case .path:
                (
                    "the name may have lower-case letters, digits and single separators only",
                    "write a name such as `library/nginx`"
                )
            case .tag(let tag): ("`\(tag)` is no tag", "use letters, digits, `_`, `.` and `-`, at most 128 of them")
            case .digest: ("what follows the `@` is no digest", "write `@sha256:` and 64 hexadecimal digits")
            case .tooLong: ("the name is longer than 255 characters", nil)
            case .hexadecimalName: ("64 hexadecimal digits are an id, not a name", "put `sha256:` in front of the id")
            }
        return Diagnostic(
            Code("graph.invalid-image"),
            .error,
            "\(image.origin.quoting(image.value)) is not an image reference"
                + (image.origin.variables.isEmpty ? ": \(reason)" : ""),
            at: Label(image.origin.span),
            help: image.origin.variables.isEmpty ? help : "write a name such as `nginx:1.27`"
        )
    }

    static func reservedLabel(_ name: String, _ origin: Origin) -> Diagnostic {
        let owner = name.hasPrefix(LabelNames.prefix) ? "manifold" : "Compose"
        return Diagnostic(
            Code("graph.reserved-label"),
            .error,
            "label \(origin.quoting(name)) is \(owner)'s own book-keeping",
            at: Label(origin.span, "reserved"),
            help: "choose a name outside of `\(LabelNames.prefix)` and `\(LabelNames.composePrefix)`"
        )
    }

    static func invalidVolumeName(_ name: Sourced<String>) -> Diagnostic {
        Diagnostic(
            Code("graph.invalid-volume-name"),
            .error,
            "the engine takes no volume named \(name.origin.quoting(name.value))",
            at: Label(name.origin.span),
            help: "use at least two letters, digits, `_`, `.` or `-`, the first a letter or digit"
        )
    }

    static func duplicateName(_ name: String, _ resource: Resource, _ holder: NameClaims.Holder) -> Diagnostic {
        let labels = [(resource.id, resource.declaration), (holder.id, holder.declaration)]
            .compactMap { id, span in
                span.map { Label($0, "`\(id)`") }
            }
        return Diagnostic(
            Code("graph.duplicate-name"),
            .error,
            "`\(holder.id)` and `\(resource.id)` both want the name "
                + (resource.givenName?.quoting(name) ?? "`\(name)`") + " in the engine",
            at: labels.first,
            related: Array(labels.dropFirst()),
            help: "give one of them another name"
        )
    }

    static func ineffectiveKey(_ key: IdleKey, _ reason: String) -> Diagnostic {
        Diagnostic(
            Code("graph.ineffective-key"),
            .warning,
            "`\(key.key)` of \(key.owner) has no effect: \(reason)",
            at: Label(key.span),
            help: "remove it, or leave it for the tools that read it"
        )
    }

    static func pendingKey(_ key: IdleKey) -> Diagnostic {
        Diagnostic(
            Code("graph.unsupported-key"),
            .error,
            "`\(key.key)` of \(key.owner) cannot be applied yet",
            at: Label(key.span),
            help: UnsupportedKeyHelp.text(for: key.key)
        )
    }
}

extension Resource {
    /// Where the name in the engine is given; nil where it follows from the resource's own.
    fileprivate var givenName: Origin? {
        origins[FieldPath("container_name")] ?? origins[FieldPath("name")]
    }
}
