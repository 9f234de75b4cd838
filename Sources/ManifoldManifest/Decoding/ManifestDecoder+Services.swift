import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// Services as a whole, and their smaller values.
extension ManifestDecoder {
    /// The top-level `services`.
    mutating func services(_ field: Field) -> OrderedDictionary<String, Service> {
        var services: OrderedDictionary<String, Service> = [:]
        eachEntry(of: field) { entry, decoder in
            if decoder.isName(entry, of: "service") { services[entry.key] = decoder.service(entry) }
        }
        return services
    }

    private mutating func service(_ field: Field) -> Service {
        let errorsBefore = diagnostics.errorCount
        var draft = ServiceDraft(name: field.key, span: field.keySpan)
        decode(field, as: .named("service", field.key), by: .service, into: &draft)
        settleReplicas(&draft)
        settleLimits(&draft)
        draft.service.isActive = isActive(draft.service)
        if draft.service.isActive { readEnvFiles(of: &draft) }
        if field.value.pairs != nil, draft.service.image == nil, !hasOtherImage(field) {
            diagnostics.report(.noImage(field))
        }
        draft.service.isDamaged = diagnostics.errorCount > errorsBefore
        return draft.service
    }

    /// Whether the image is missing for a reason that was reported already, or comes from elsewhere.
    private func hasOtherImage(_ field: Field) -> Bool {
        let isMisspelt = field.value.pairs?
            .contains { pair in
                pair.key.scalarText.map { $0 != "image" && Suggestion.nearest(to: $0, among: ["image"]) != nil }
                    ?? false
            }
        return ["build", "provider", "extends"].contains { field.value[$0] != nil } || isMisspelt == true
            || field.value["image"].map { $0.resolved != .string || $0.tag != nil } ?? false
    }

    private func isActive(_ service: Service) -> Bool {
        service.profiles.isEmpty || request.profiles.contains("*")
            || service.profiles.contains { request.profiles.contains($0.value) }
    }

    private mutating func settleReplicas(_ draft: inout ServiceDraft) {
        if let scale = draft.scale, let replicas = draft.deploy.replicas, scale.value != replicas.value {
            diagnostics.report(
                .twoValues("scale", scale.origin, "deploy.replicas", replicas.origin, draft.service.name)
            )
        }
        // With both set and equal Compose prints both; `scale` is what counts.
        draft.service.replicasKey = draft.scale != nil ? .scale : draft.deploy.replicas != nil ? .deploy : nil
        guard let replicas = draft.scale ?? draft.deploy.replicas else { return }
        guard replicas.value <= 10_000 else {
            return diagnostics.report(.tooManyReplicas(replicas.origin.span, draft.service.name))
        }
        draft.service.replicas = replicas.map { Int($0) }
        if let name = draft.service.containerName, replicas.value > 1 {
            diagnostics.report(.containerNameWithReplicas(name.origin.span, replicas.origin.span, draft.service.name))
        }
    }

    /// Compose lets a service set a limit in two places only to the same value, and takes an absent one of
    /// `deploy.resources.limits` for another value.
    private mutating func settleLimits(_ draft: inout ServiceDraft) {
        guard let place = draft.deploy.resources.limitsField else { return }
        let limits = draft.deploy.resources.limits
        draft.service.deployLimits = limits
        let service = draft.service
        func check<Value: Equatable>(_ own: Sourced<Value>?, _ key: String, _ other: Sourced<Value>?, _ part: String) {
            guard let own, own.value != other?.value else { return }
            let otherOrigin = other?.origin ?? Origin(place)
            diagnostics.report(
                .twoValues(key, own.origin, "deploy.resources.limits.\(part)", otherOrigin, service.name)
            )
        }
        check(service.cpus, "cpus", limits.cpus, "cpus")
        check(service.memoryLimit, "mem_limit", limits.memory, "memory")
        check(service.pidsLimit, "pids_limit", limits.pids, "pids")
    }

    // MARK: Values

    /// `command` and `entrypoint`: a list of words, or a string to be split; nothing at all is the image's.
    mutating func command(_ field: Field) -> Sourced<[String]>? {
        if field.value.isNull { return nil }
        if field.value.items != nil { return words(field) }
        guard field.value.pairs == nil, field.value.resolved == .string else {
            diagnostics.report(.wrongType(field, expected: "a string or a list"))
            return nil
        }
        guard let text = string(field) else { return nil }
        let split = ShellWords(text.value)
        guard let words = split.words else {
            diagnostics.report(.badCommand(field))
            return nil
        }
        if let stop = split.stopsAt { diagnostics.report(.shellOperator(stop, field)) }
        return text.map { _ in words }
    }

    /// A list of strings, repetitions kept; its origin has the variables of all of them.
    mutating func words(_ field: Field) -> Sourced<[String]> {
        var words: [String] = []
        var variables: [String] = []
        eachItem(of: field, expected: "a string or a list") { item, decoder in
            guard let word = decoder.string(item) else { return }
            words.append(word.value)
            for name in word.origin.variables where !variables.contains(name) { variables.append(name) }
        }
        let origin = field.origin
        return Sourced(words, from: Origin(origin.span, via: origin.via, variables: variables))
    }

    mutating func containerName(_ field: Field) -> Sourced<String>? {
        guard let name = string(field), !name.value.isEmpty else { return nil }
        if NameRules.isContainer(name.value) { return name }
        diagnostics.report(
            .invalidValue(field, "is no container name", help: "a container name is \(NameRules.containerRule)")
        )
        return nil
    }

    mutating func restart(_ field: Field) -> Sourced<String>? {
        if case .bool(let value) = field.value.resolved {
            diagnostics.report(
                .wrongType(field, expected: "a restart policy", help: "write `\(value ? "always" : "no")`")
            )
            return nil
        }
        guard let policy = string(field), !policy.value.isEmpty else { return nil }
        if RestartWord.isValid(policy.value) { return policy }
        diagnostics.report(.noSuchChoice(field, choices: RestartWord.choices))
        return nil
    }

    mutating func profiles(_ field: Field) -> [Sourced<String>] {
        strings(field, repetition: .merged)
    }

    /// Whether a key is a name that Compose allows for services, networks, volumes, configs and secrets.
    mutating func isName(_ field: Field, of kind: String) -> Bool {
        if NameRules.isKey(field.key) { return true }
        diagnostics.report(.badName(field, kind: kind))
        return false
    }
}
