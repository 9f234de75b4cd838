import ManifoldDiagnostics
import ManifoldResources

/// The wording of what the host does not have, or not for us: ports and addresses that somebody else has, paths.
extension PlanDiagnostics {
    static func portTaken(_ desired: DesiredResource, _ port: HostPort, by held: HeldPort) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.port-taken"),
            .error,
            "\(desired.id) publishes port \(port), which container `\(held.holder)`, not ours, has already"
                + (held.owner.map { " (\($0))" } ?? ""),
            at: place(of: port, in: desired).map { Diagnostic.Label($0) },
            help: "stop that container (id \(held.id.prefix(12))), or publish another port"
        )
    }

    static func portHeldByInactive(
        _ desired: DesiredResource,
        _ port: HostPort,
        _ holder: ResourceAddress
    ) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.port-held-by-inactive"),
            .error,
            "\(desired.id) publishes port \(port), which \(holder) has, and its profiles switch that off",
            at: place(of: port, in: desired).map { Diagnostic.Label($0) },
            help: "switch service `\(holder.name)` on with `--profile`, stop its container, or publish another port"
        )
    }

    static func portHeldByLeftOut(
        _ desired: DesiredResource,
        _ port: HostPort,
        _ holder: ResourceAddress
    ) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.held-by-left-out"),
            .error,
            "\(desired.id) publishes port \(port), which \(holder) has, and this plan leaves that out",
            at: place(of: port, in: desired).map { Diagnostic.Label($0) },
            help: "take \(holder) in, with `--target \(holder)` or without `--exclude`"
        )
    }

    static func portTwice(_ desired: DesiredResource, _ port: HostPort, _ other: DesiredResource) -> Diagnostic {
        let isReplica = desired.id.withoutReplica == other.id.withoutReplica
        return Diagnostic(
            Diagnostic.Code("plan.port-twice"),
            .error,
            "\(desired.id) and \(other.id) both publish port \(port), which only one container can have",
            at: place(of: port, in: desired).map { Diagnostic.Label($0) },
            related: isReplica
                ? [] : [place(of: port, in: other).map { Diagnostic.Label($0, "the other one") }].compactMap { $0 },
            help: isReplica
                ? "publish a range with a port for each instance, such as `8080-8089:80`, or leave out the host's port"
                : "publish another port in one of the two"
        )
    }

    static func bindSourceMissing(_ desired: DesiredResource, _ missing: HostPath) -> Diagnostic {
        let origin = desired.origins[FieldPath("volumes", missing.target)]
        return Diagnostic(
            Diagnostic.Code("plan.bind-source-missing"),
            .error,
            "\(desired.id.withoutReplica) mounts `\(missing.path)`, which the engine's host does not have",
            at: (origin?.span ?? desired.declaration).map { Diagnostic.Label($0) },
            help: "make it first, correct the `source`, or let the engine make a directory there: "
                + "`bind: {create_host_path: true}`"
        )
    }

    static func subnetTaken(
        _ desired: DesiredResource,
        _ subnet: String,
        _ other: String,
        _ holder: String,
        _ owner: String?
    ) -> Diagnostic {
        let path = desired.origins.keys.sorted()
            .first { path in
                path.field == "ipam" && desired.fields.value(at: path) == .word(subnet)
            }
        return Diagnostic(
            Diagnostic.Code("plan.subnet-taken"),
            .error,
            "\(desired.id) is to have the addresses \(subnet), of which network `\(holder)` has some (\(other))"
                + (owner.map { "; \($0)" } ?? ""),
            at: (path.flatMap { desired.origins[$0]?.span } ?? desired.declaration).map { Diagnostic.Label($0) },
            help: "choose a `subnet` that is free, or remove that network first"
        )
    }

    /// Where a port is published; entries of a list stand for all of their ports together.
    private static func place(of port: HostPort, in desired: DesiredResource) -> SourceSpan? {
        let entries = desired.origins.filter { $0.key.field == "ports" }.sorted { $0.key < $1.key }
        let own = entries.first { path, _ in
            guard case .set(let bindings)? = desired.fields.value(at: path) else { return false }
            return bindings.contains { binding in
                if case .word(let text) = binding { text.contains("\(port.port):") } else { false }
            }
        }
        return (own ?? entries.first)?.value.span ?? desired.declaration
    }
}

extension HostPort: CustomStringConvertible {
    package var description: String {
        let shown = address.contains(":") ? "[\(address)]" : address
        return (address.isEmpty ? "" : "\(shown):") + "\(port)/\(transport)"
    }
}
