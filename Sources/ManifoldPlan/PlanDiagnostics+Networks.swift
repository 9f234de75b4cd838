import ManifoldDiagnostics
import ManifoldResources

/// The wording of networks that cannot be made anew, or be told apart.
extension PlanDiagnostics {
    static func networkInUse(_ desired: DesiredResource, by guests: [String], isRemade: Bool) -> Diagnostic {
        let isOne = guests.count == 1
        let shown = guests.prefix(mostNames).map { "`\($0)`" }.joined(separator: ", ")
        let rest = guests.count - mostNames
        return Diagnostic(
            Diagnostic.Code("plan.network-in-use"),
            .error,
            (isRemade ? "\(desired.id) was remade by hand and" : "\(desired.id)") + " has to be made anew, but "
                + "container\(isOne ? "" : "s") \(shown)\(rest > 0 ? " and \(rest) more" : "")"
                + (isOne ? ", which is not ours, is on it" : ", which are not ours, are on it"),
            at: desired.declaration.map { Diagnostic.Label($0) },
            help: "disconnect with `docker network disconnect \(desired.name) \(isOne ? guests[0] : "CONTAINER")`, or "
                + (isRemade ? "choose another `name`" : "take the change back")
        )
    }

    /// Names beyond these say no more.
    private static let mostNames = 3

    static func networkTwice(
        _ desired: DesiredResource,
        _ ours: [String],
        _ others: [NetworkTwins.Other]
    ) -> Diagnostic {
        let all =
            ours.map { "\($0.prefix(12)) (ours)" }
            + others.map { other in "\(other.id.prefix(12))" + (other.owner.map { " (\($0))" } ?? "") }
        let surplus = others.last?.id ?? ours.last ?? ""
        return Diagnostic(
            Diagnostic.Code("plan.network-twice"),
            .error,
            "\(desired.id) is called `\(desired.name)`, and so are \(all.count) networks of the engine: "
                + all.joined(separator: ", "),
            at: desired.declaration.map { Diagnostic.Label($0) },
            help: "remove what is too much by its id, `docker network rm \(surplus.prefix(12))`, "
                + "or choose another `name`"
        )
    }

    static func networkHeldByInactive(_ desired: DesiredResource, _ service: String) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.network-held-by-inactive"),
            .error,
            "\(desired.id) has to be made anew, but service `\(service)`, which its profiles switch off, is on it",
            at: desired.declaration.map { Diagnostic.Label($0) },
            help: "switch the service on with `--profile`, or remove its containers first"
        )
    }

    static func networkHeldByLeftOut(_ desired: DesiredResource, _ outsider: ResourceAddress) -> Diagnostic {
        networkHeld("\(desired.id) has to be made anew", by: outsider, "is on it", declared: desired.declaration)
    }

    /// A network that goes, and a container that is on it, or that could not be started any more without it.
    static func networkHeldByLeftOut(
        _ going: LiveNetwork<SealedText>,
        _ outsider: LiveContainer<SealedText>
    ) -> Diagnostic {
        let isOnIt = outsider.isAttached(to: going.name)
        let hold = isOnIt ? "is on it" : "was made on it and could not be started again without it"
        let what = "network `\(going.name)` has left the manifest and goes"
        return networkHeld(what, by: outsider.address, hold, declared: nil)
    }

    private static func networkHeld(
        _ what: String,
        by outsider: ResourceAddress,
        _ hold: String,
        declared: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.held-by-left-out"),
            .error,
            "\(what), but \(outsider), which this plan leaves out, \(hold)",
            at: declared.map { Diagnostic.Label($0) },
            help:
                "take \(outsider) in, with `--target \(outsider)` or without `--exclude`, or leave the network out too"
        )
    }
}
