import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// What runs in the container and as whom.
extension ServiceLowering {
    mutating func lowerProcess(reporting diagnostics: inout Diagnostics) {
        lowerCommand()
        lowerEnvironment()
        lowerWord(service.hostname, "hostname", \.hostname)
        lowerWord(service.user, "user", \.user)
        if let directory = service.workingDirectory, !directory.value.isEmpty {
            spec.workingDirectory = cleaned(directory.value, at: directory.origin, reporting: &diagnostics)
            origins[FieldPath("working_dir")] = directory.origin
        }
        if let usesInit = service.usesInit {
            spec.usesInit = usesInit.value
            origins[FieldPath("init")] = usesInit.origin
        }
        if let isReadOnly = service.isReadOnly {
            spec.isReadOnly = isReadOnly.value
            origins[FieldPath("read_only")] = isReadOnly.origin
        }
        lowerCapabilities()
        lowerStop(reporting: &diagnostics)
        lowerRestart(reporting: &diagnostics)
    }

    /// Compose lets `deploy.restart_policy` win over `restart`.
    private mutating func lowerRestart(reporting diagnostics: inout Diagnostics) {
        guard let policy = service.setting("deploy", "restart_policy") else {
            guard let restart = service.restart else { return }
            spec.restart = RestartPolicy(manifestWord: restart.value)
            origins[FieldPath("restart")] = restart.origin
            return
        }
        origins[FieldPath("restart")] = policy["condition"]?.origin ?? policy.origin
        let attempts = policy["max_attempts"]
        switch policy["condition"]?.text ?? "" {
        case "", "none", "no": return
        case "any", "always": spec.restart = .always
        case "unless-stopped": spec.restart = .unlessStopped
        case "on-failure":
            spec.restart = .onFailure(maximumRetries: attempts?.number.flatMap { $0 > 0 ? $0 : nil })
            return
        default:
            guard let condition = policy["condition"] else { return }
            return diagnostics.report(
                GraphDiagnostics.unsupportedValue(
                    "deploy.restart_policy.condition",
                    condition,
                    of: service,
                    "there is no such condition",
                    help: "write `none`, `on-failure` or `any`"
                )
            )
        }
        guard let attempts, attempts.number != 0 else { return }
        diagnostics.report(
            GraphDiagnostics.unsupportedValue(
                "deploy.restart_policy.max_attempts",
                attempts,
                of: service,
                "the engine counts attempts only with `condition: on-failure`",
                help: "leave it out, or write `condition: on-failure`"
            )
        )
    }

    private mutating func lowerCommand() {
        // The engine takes an empty command as none given, but an empty entrypoint as one that hides the image's.
        if let command = service.command, !command.value.isEmpty {
            spec.command = Showability.words(command.value, from: command.origin)
            origins[FieldPath("command")] = command.origin
        }
        if let entrypoint = service.entrypoint {
            let words = entrypoint.value == [""] ? [] : entrypoint.value
            spec.entrypoint = Showability.words(words, from: entrypoint.origin)
            origins[FieldPath("entrypoint")] = entrypoint.origin
        }
    }

    private mutating func lowerEnvironment() {
        for (name, variable) in service.environment {
            // A variable that is named and nowhere set is left to the image, as Compose does.
            guard let value = variable.value else { continue }
            spec.environment[name] = Showability.text(value, named: name, from: variable.origin)
            origins[FieldPath("environment", name)] = variable.origin
        }
    }

    private mutating func lowerCapabilities() {
        spec.capabilitiesAdded = Set(service.capabilitiesAdded.map { CapabilityName.normal($0.value) })
        spec.capabilitiesDropped = Set(service.capabilitiesDropped.map { CapabilityName.normal($0.value) })
        origins[FieldPath("cap_add")] = service.capabilitiesAdded.first?.origin
        origins[FieldPath("cap_drop")] = service.capabilitiesDropped.first?.origin
    }

    private mutating func lowerStop(reporting diagnostics: inout Diagnostics) {
        if let signal = service.stopSignal, !signal.value.isEmpty {
            spec.stopSignal = SignalName.normal(signal.value)
            origins[FieldPath("stop_signal")] = signal.origin
            if spec.stopSignal == nil { diagnostics.report(GraphDiagnostics.unknownSignal(signal)) }
        }
        if let period = service.stopGracePeriod {
            // The engine counts whole seconds; rounding down would make half a second of grace none at all.
            let second: Int64 = 1_000_000_000
            let seconds = period.value / second + (period.value % second > 0 ? 1 : 0)
            spec.stopGracePeriod = seconds * second
            origins[FieldPath("stop_grace_period")] = period.origin
        }
    }

    private mutating func lowerWord(
        _ word: Sourced<String>?,
        _ field: FieldName,
        _ path: WritableKeyPath<ContainerSpec, String?>
    ) {
        guard let word, !word.value.isEmpty else { return }
        spec[keyPath: path] = word.value
        origins[FieldPath(field)] = word.origin
    }

    /// A path in the container in its one spelling; nil, and reported, where it is relative.
    func cleaned(_ path: String, at origin: Origin, reporting diagnostics: inout Diagnostics) -> String? {
        let cleaned = AbsolutePath.clean(path)
        if cleaned == nil { diagnostics.report(GraphDiagnostics.relativePath(path, from: origin)) }
        return cleaned
    }
}
