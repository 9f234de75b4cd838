import ManifoldDiagnostics
import ManifoldResources

/// The wording of addresses on networks that cannot be had.
extension PlanDiagnostics {
    static func addressTaken(
        _ desired: DesiredResource,
        _ address: String,
        _ network: String,
        by holder: AddressConflicts.Holder
    ) -> Diagnostic {
        let (cause, help) =
            switch holder {
            case .foreign(let name, let id):
                (
                    "container `\(name)`, not ours, has already",
                    "stop that container (id \(id.prefix(12))), or ask for another address"
                )
            case .inactive(let holder):
                (
                    "\(holder) has, and its profiles switch that off",
                    "switch service `\(holder.name)` on with `--profile`, stop its container, or ask for another address"
                )
            case .leftOut(let holder):
                (
                    "\(holder) has, and this plan leaves that out",
                    "take \(holder) in, with `--target \(holder)` or without `--exclude`"
                )
            case .staying(let holder, hasAsked: true):
                ("\(holder) has and asks for too", "ask for another address in one of the two")
            case .staying(let holder, hasAsked: false):
                (
                    "the engine has given to \(holder)",
                    "ask for another address, or give `\(holder.name)` one of its own"
                )
            }
        let isLeftOut = if case .leftOut = holder { true } else { false }
        return Diagnostic(
            isLeftOut ? Diagnostic.Code("plan.held-by-left-out") : Diagnostic.Code("plan.address-taken"),
            .error,
            "\(desired.id) asks for the address \(address) on network `\(network)`, which \(cause)",
            at: place(on: network, in: desired).map { Diagnostic.Label($0) },
            help: help
        )
    }

    static func addressTwice(
        _ desired: DesiredResource,
        _ address: String,
        _ network: String,
        _ other: DesiredResource
    ) -> Diagnostic {
        let isReplica = desired.id.withoutReplica == other.id.withoutReplica
        return Diagnostic(
            Diagnostic.Code("plan.address-twice"),
            .error,
            "\(desired.id) and \(other.id) both ask for the address \(address) on network `\(network)`, "
                + "which only one container can have",
            at: place(on: network, in: desired).map { Diagnostic.Label($0) },
            related: isReplica
                ? [] : [place(on: network, in: other).map { Diagnostic.Label($0, "the other one") }].compactMap { $0 },
            help: isReplica
                ? "leave out the address, or have one instance only" : "ask for another address in one of the two"
        )
    }

    private static func place(on network: String, in desired: DesiredResource) -> SourceSpan? {
        desired.origins[FieldPath("networks", network)]?.span ?? desired.declaration
    }
}
