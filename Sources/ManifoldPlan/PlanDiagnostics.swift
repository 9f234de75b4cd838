import ManifoldDiagnostics
import ManifoldResources

/// The wording of everything that keeps a plan from being made.
enum PlanDiagnostics {
    static func nameTaken(_ desired: DesiredResource, by foreign: ForeignObject) -> Diagnostic {
        let noun = noun(foreign.kind)
        return Diagnostic(
            Diagnostic.Code("plan.name-taken"),
            .error,
            "\(desired.id) needs the name `\(foreign.name)`, which a \(noun) that is not ours holds"
                + (foreign.owner.map { " (\($0))" } ?? ""),
            at: desired.declaration.map { Diagnostic.Label($0) },
            help: foreign.kind == .service
                ? "remove or rename that container (id \(foreign.id.prefix(12))), or choose another name"
                : "remove that \(noun), choose another `name`, or declare it `external: true` to use it as it is"
        )
    }

    static func composeProject(_ name: String, _ objects: [ForeignObject]) -> Diagnostic {
        let first = objects.min { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
        let others = objects.count == 1 ? "" : " and \(objects.count - 1) more"
        return Diagnostic(
            Diagnostic.Code("plan.compose-project"),
            .error,
            "the engine has a Compose project `\(name)` with the names of this system: "
                + "\(first.map { "\(noun($0.kind)) `\($0.name)`" } ?? "")\(others)",
            help: "take it over as it is with `--adopt`, remove it with `docker compose down`, "
                + "or choose another name with `-p`"
        )
    }

    static func externalMissing(_ desired: DesiredResource) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.external-missing"),
            .error,
            "\(desired.id) is external, but the engine has no \(noun(desired.id.kind)) named `\(desired.name)`",
            at: desired.declaration.map { Diagnostic.Label($0) },
            help: "make it first (`docker \(noun(desired.id.kind)) create \(desired.name)`), or leave out `external`"
        )
    }

    static func engineTooOld(
        _ desired: DesiredResource,
        _ tooNew: TooNew,
        has version: String
    ) -> Diagnostic {
        let path = tooNew.path
        let entries = desired.origins.filter { $0.key.field == path.field }.sorted { $0.key < $1.key }
        let origin = desired.origins[path] ?? entries.first?.value
        return Diagnostic(
            Diagnostic.Code("plan.engine-too-old"),
            .error,
            (tooNew.part.map { "`\($0)` in " } ?? "")
                + "`\(path)` of \(desired.id.withoutReplica) needs version \(tooNew.needs) of the engine's API, "
                + "and this engine is asked in version \(version)",
            at: (origin?.span ?? desired.declaration).map { Diagnostic.Label($0) },
            help: "leave it out, or use a newer engine"
        )
    }

    static func imageMissing(_ desired: DesiredResource) -> Diagnostic {
        let isNamedByID = desired.name.hasPrefix("sha256:")
        return Diagnostic(
            Diagnostic.Code("plan.image-missing"),
            .error,
            "the engine does not have \(desired.id), and "
                + (isNamedByID
                    ? "no registry knows an image by its id" : "its `pull_policy` keeps it from being pulled"),
            at: desired.declaration.map { Diagnostic.Label($0) },
            help: isNamedByID
                ? "load the image first, or name it as its registry does"
                : "build or load the image first, or leave out `pull_policy`"
        )
    }

    static func contextUnreadable(_ desired: DesiredResource, _ problem: String) -> Diagnostic {
        let place = desired.origins[FieldPath("build.context")]?.span ?? desired.declaration
        return Diagnostic(
            Diagnostic.Code("plan.build-context"),
            .error,
            "\(desired.id) cannot be built: \(problem)",
            at: place.map { Diagnostic.Label($0) },
            help: "mend that, or name another `context` or `dockerfile`"
        )
    }

    static func builderCannot(_ desired: DesiredResource, _ key: FieldName, _ builder: Builder) -> Diagnostic {
        let name = key.description.split(separator: ".").last.map { String($0) } ?? key.description
        let entries = desired.origins.filter { $0.key.field == key }.sorted { $0.key < $1.key }
        let (who, help) =
            switch builder {
            case .engine: ("the engine's own builder", "install Docker's plugin `buildx`, or leave it out")
            case .buildx where key == "build.isolation":
                ("buildx", "leave it out: only the engine's own builder on Windows knows it")
            case .buildx: ("buildx on an engine this old", "leave it out, or use an engine of version 23 or later")
            }
        return Diagnostic(
            Diagnostic.Code("plan.builder-cannot"),
            .error,
            "`\(name)` of \(desired.id) is nothing that \(who) can do",
            at: (entries.first?.value.span ?? desired.declaration).map { Diagnostic.Label($0) },
            help: help
        )
    }

    static func holderMissing(_ desired: DesiredResource, _ name: String, _ path: FieldPath) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.holder-missing"),
            .error,
            "\(desired.id.withoutReplica) shares something with container `\(name)`, which the engine does not have",
            at: (desired.origins[path]?.span ?? desired.declaration).map { Diagnostic.Label($0) },
            help: "start that container first, or share with a service of the manifest: `service:NAME`"
        )
    }

    static func volumeCannotChange(_ desired: DesiredResource, _ differences: [FieldDifference]) -> Diagnostic {
        let names = differences.map { "`\($0.path)`" }.joined(separator: ", ")
        let place = differences.lazy.compactMap(\.origin?.span).first ?? desired.declaration
        return Diagnostic(
            Diagnostic.Code("plan.volume-cannot-change"),
            .error,
            "\(desired.id) differs in \(names), which no engine can change without making the volume anew, empty",
            at: place.map { Diagnostic.Label($0) },
            help: "take the change back, or save the data and run "
                + "`manifold destroy --allow-destroy \(desired.id)` before the next apply"
        )
    }

    static func nameHeldByInactive(_ desired: DesiredResource, _ holder: ResourceAddress) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.name-held-by-inactive"),
            .error,
            "\(desired.id) needs the name `\(desired.name)`, which \(holder) holds, and its profiles switch that off",
            at: desired.declaration.map { Diagnostic.Label($0) },
            help: "switch service `\(holder.name)` on with `--profile`, remove its container, or choose another name"
        )
    }

    static func unknownAddress(
        _ address: ResourceAddress,
        _ option: String,
        isOff: Bool,
        among names: Set<String>
    ) -> Diagnostic {
        let nearest = Suggestion.nearest(to: address.description, among: names.sorted())
        return Diagnostic(
            Diagnostic.Code("plan.unknown-address"),
            .error,
            isOff
                ? "`\(option) \(address)` names a service that its profiles switch off"
                : "`\(option) \(address)` names nothing that the manifest or the engine has",
            at: nil,
            help: isOff
                ? "switch service `\(address.name)` on with `--profile`"
                : nearest.map { "did you mean `\($0)`?" } ?? "`manifold status` lists the addresses"
        )
    }

    static func cannotReplace(_ address: ResourceAddress, _ reason: String) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.cannot-replace"),
            .error,
            "\(address) cannot be replaced: \(reason)",
            at: nil,
            help: "leave out `--replace \(address)`"
        )
    }

    static func nameHeldByLeftOut(_ desired: DesiredResource, _ holder: ResourceAddress) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("plan.held-by-left-out"),
            .error,
            "\(desired.id) needs the name `\(desired.name)`, which \(holder) holds, and this plan leaves that out",
            at: desired.declaration.map { Diagnostic.Label($0) },
            help: "take \(holder) in, with `--target \(holder)` or without `--exclude`"
        )
    }

    private static func noun(_ kind: ResourceAddress.Kind) -> String {
        kind == .service ? "container" : kind.rawValue
    }
}
