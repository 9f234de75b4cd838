import ManifoldPlan
import ManifoldResources

/// Reasons that are no differing field, as sentences.
struct PlanReasonText {
    let places: PlanPlaces

    /// The sentence for a reason of a change; nil for a field, which has a line of its own shape.
    func sentence(for reason: Reason, of change: Change) -> String? {
        switch reason {
        case .field, .imageSupplies: nil
        case .missing(let absence): text(of: absence, change)
        case .state(let state): text(of: state, change)
        case .imageMoved(let from, let to): "image moved \(ImageIDText.short(from)) → \(ImageIDText.short(to))"
        case .tagMoved(let from?, let to):
            "its registry has another image under the tag: \(ImageIDText.short(from)) → \(ImageIDText.short(to))"
        case .tagMoved(nil, let to):
            "its registry has \(ImageIDText.short(to)) under the tag, and the engine has an image from elsewhere"
        case .registryHas(let digest): "its registry has \(ImageIDText.short(digest))"
        case .inputsUnknown: "it was not built by this system, so what it was built from cannot be told"
        case .contentsChanged(let path, let files): contents(at: path, files)
        case .knownAfterPull(let why): "which image it is, is known after the pull: \(AnsiSafe.line(why))"
        case .networkLost(let name):
            "network \(AnsiSafe.line(name)), which it was made on, is gone: the engine could not start it again"
        case .networkRemade(let name): "network \(AnsiSafe.line(name)) was removed and made again outside manifold"
        case .remadeByHand: "remade by hand, without this system's labels"
        case .because(let address, let action):
            "because \(AnsiSafe.line(address.description)) is \(PlanActionWords.participle(action))"
        case .holderRestarted(let address):
            "\(AnsiSafe.line(address.description)), whose namespaces it shares, was started after it"
        case .recreatedByCompose: "recreated by docker compose"
        case .leftManifest: "no longer in the manifest"
        case .scaledDown: "the manifest asks for fewer instances\(place(of: change))"
        case .leftover: "left over from an interrupted apply"
        case .renamedByApply(let name): "an interrupted apply left it under the name \(AnsiSafe.line(name))"
        case .contentsUnverifiable:
            "its configs and secrets cannot be verified: the revision record with their key was lost"
        case .contentsUnrecorded:
            "its label had no room for what is in its configs and secrets, so it cannot be told whether only contents changed"
        case .notSignalled(let signal, let obstacle):
            "restarted, not sent \(signal): \(SignalObstacleText.text(of: obstacle))"
        case .destroyRequested: "destroy was asked for"
        case .requested: "asked for with --replace"
        }
    }

    private func contents(at path: FieldPath, _ files: [String]) -> String {
        switch path.field {
        case "build.dockerfile": return "the Dockerfile changed"
        case "build.context":
            guard !files.isEmpty else { return "the build context changed" }
            let shown = files.prefix(Self.mostFiles).map { AnsiSafe.line($0) }.joined(separator: ", ")
            let rest = files.count - Self.mostFiles
            return "the build context changed: \(shown)\(rest > 0 ? " and \(rest) more" : "")"
        default: return "the further context \(AnsiSafe.line(path.entry ?? "")) changed"
        }
    }

    /// Names beyond these say no more.
    private static let mostFiles = 5

    private func text(of absence: Reason.Absence, _ change: Change) -> String {
        switch absence {
        case .new: "new in the manifest\(place(of: change))"
        case .removedOutside: "does not exist: removed outside manifold"
        case .unfinished: "does not exist: the last apply did not come to its end"
        case .notBuilt: "the engine does not have it\(place(of: change))"
        case .notPulled: "the engine does not have it\(place(of: change))"
        }
    }

    private func text(of state: ContainerState, _ change: Change) -> String {
        let goal = change.actions.contains(.run) ? "should have run to its end" : "should be running"
        switch state.status {
        case .created: return "never started, \(goal)"
        case .running:
            return state.health.map { "running, but its health is \($0.rawValue)" } ?? "running, but not as it should"
        case .paused: return "paused, \(goal)"
        case .restarting: return "restarting over and over (exit code \(state.exitCode)), \(goal)"
        case .exited:
            return state.hasRun ? "stopped (exit code \(state.exitCode)), \(goal)" : "never started, \(goal)"
        case .removing: return "being removed, \(goal)"
        case .dead: return "dead: the engine could not remove it, \(goal)"
        }
    }

    private func place(of change: Change) -> String {
        change.origin.flatMap(places.place).map { "  \($0)" } ?? ""
    }
}
