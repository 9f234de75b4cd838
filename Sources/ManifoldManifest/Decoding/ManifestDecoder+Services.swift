import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// Services as a whole, and their smaller values.
extension ManifestDecoder {
    /// The top-level `services`.
    mutating func services(_ field: Field) -> OrderedDictionary<String, Service> {
        serviceNames = field.value.pairs?.compactMap { $0.key.scalarText } ?? []
        return servicesSideBySide(field) ?? servicesInTurn(field)
    }

    mutating func servicesInTurn(_ field: Field) -> OrderedDictionary<String, Service> {
        var services: OrderedDictionary<String, Service> = [:]
        eachEntry(of: field) { entry, decoder in
            guard decoder.isService(entry), decoder.isName(entry, of: "service") else { return }
            services[entry.key] = decoder.service(entry)
        }
        return services
    }

    /// False, and reported, for what is no service: a key of one that stands too far left, or a name with nothing below.
    private mutating func isService(_ field: Field) -> Bool {
        if KeyTable.service.index(of: field.key) != nil, !field.hasServiceKeys {
            diagnostics.report(.serviceKeyAmongServices(field))
            return false
        }
        guard field.value.isNull else { return true }
        diagnostics.report(.emptyService(field))
        return false
    }

    private mutating func service(_ field: Field) -> Service {
        let errorsBefore = diagnostics.errorCount
        var draft = ServiceDraft(name: field.key, span: field.keySpan)
        serviceName = field.key
        draft.service.normal = decode(field, as: .named("service", field.key), by: .service, into: &draft) {
            draft,
            normal,
            decoder in
            draft.service.isActive = decoder.isActive(draft.service)
            decoder.settleReplicas(&draft)
            decoder.settleLimits(&draft)
            if draft.service.isActive {
                decoder.readEnvFiles(of: &draft)
                decoder.readLabelFiles(of: &draft)
            }
            decoder.finish(&draft, &normal)
        }
        check(draft.service, at: field)
        let hasBrokenValue = field.value.pairs?.contains { $0.value.isBroken } ?? false
        draft.service.isDamaged = hasBrokenValue || diagnostics.errorCount > errorsBefore
        return draft.service
    }

    private func isActive(_ service: Service) -> Bool {
        service.profiles.isEmpty || request.profiles.contains("*")
            || service.profiles.contains { request.profiles.contains($0.value) }
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
        var variables: OrderedSet<String> = []
        eachItem(of: field, expected: "a string or a list") { item, decoder in
            guard let word = decoder.string(item) else { return }
            words.append(word.value)
            variables.formUnion(word.origin.variables)
        }
        let origin = field.origin
        return Sourced(words, from: Origin(origin.span, via: origin.via, variables: Array(variables)))
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
