import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

extension KeyTable<Void> {
    /// The keys of `logging`.
    static let logging = KeyTable(
        "logging",
        ["driver": .carried(.string), "options": .carried(.logOptions)]
    )

    /// The keys of `credential_spec`.
    static let credentialSpec = KeyTable(
        "credential_spec",
        ["config": .carried(.string), "file": .carried(.string), "registry": .carried(.string)]
    )

    /// The keys of `provider`.
    static let provider = KeyTable(
        "provider",
        required: ["type"],
        ["type": .carried(.string), "options": .carried(.map(of: .scalarOrScalars))]
    )

    /// The keys of a service's use of a model.
    static let modelUse = KeyTable(
        "model",
        ["endpoint_var": .carried(.string), "model_var": .carried(.string)]
    )

    /// The keys of an entry of the top-level `models`.
    static let model = KeyTable(
        "model",
        required: ["model"],
        [
            "name": .carried(.string),
            "model": .carried(.string),
            "context_size": .carried(.integer()),
            "runtime_flags": .carried(.words),
        ]
    )
}

extension ValueKind {
    /// Like options of a driver; nothing at all is an empty string.
    fileprivate static let logOptions = ValueKind(.map(.anyOf([.string, .number(), .null]))) { field, decoder in
        var mapping = NormalMapping()
        decoder.eachEntry(of: field) { entry, decoder in
            let isEmpty = entry.value.isNull
            let text = isEmpty ? Node.normal("", from: Origin(entry.keySpan)) : stringOrNumber.read(entry, &decoder)
            mapping.add(entry.key, text)
        }
        return mapping.sorted(from: field.origin).unlessEmpty
    }

    /// Ports that are only noted: numbers, strings and ranges.
    static let expose = ValueKind(.list(.anyOf([.string, .number()]))) { field, decoder in
        var seen: Set<String> = []
        var items: [Node] = []
        decoder.eachItem(of: field) { item, decoder in
            guard let node = stringOrNumber.read(item, &decoder), let text = node.scalarText else { return }
            let port = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)[0]
            guard PortText.range(port) != nil else {
                let help = "write a port such as `8080`, or `\"8080-8090/udp\"`"
                return decoder.diagnostics.report(.invalidValue(item, "is no port and no range of ports", help: help))
            }
            if seen.insert(text).inserted { items.append(node) }
        }
        return Node.normal(items, from: field.origin).unlessEmpty
    }

    /// `extra_hosts`: `NAME=ADDRESS` or `NAME:ADDRESS` lines, or names with one or more addresses.
    static let extraHosts = ValueKind(
        .anyOf([.map(.stringOrList.orNull), .list(.string)])
    ) { field, decoder in
        var hosts: [(text: String, node: Node)] = []
        func add(_ name: some StringProtocol, _ address: some StringProtocol, _ item: Field) {
            guard !name.isEmpty, !name.contains(":"), !name.contains("=") else {
                let help = "write `NAME=ADDRESS`"
                return decoder.diagnostics.report(.invalidValue(item, "has no proper host name", help: help))
            }
            let isBracketed = address.count > 2 && address.hasPrefix("[") && address.hasSuffix("]")
            let text = "\(name)=" + (isBracketed ? String(address.dropFirst().dropLast()) : String(address))
            hosts.append((text, .normal(text, from: item.origin)))
        }
        var entries: [(name: String, addresses: [String], item: Field)] = []
        if field.value.items != nil {
            decoder.eachItem(of: field) { item, decoder in
                guard let text = decoder.string(item)?.value else { return }
                guard let sign = text.firstIndex(of: "=") ?? text.firstIndex(of: ":") else {
                    let help = "write `NAME=ADDRESS`"
                    return decoder.diagnostics.report(.invalidValue(item, "names no address", help: help))
                }
                let addresses = text[text.index(after: sign)...].split(separator: ",", omittingEmptySubsequences: false)
                entries.append((String(text[..<sign]), addresses.map(String.init), item))
            }
        } else if field.value.pairs != nil {
            decoder.eachEntry(of: field) { entry, decoder in
                if entry.value.items != nil {
                    entries.append((entry.key, decoder.words(entry).value, entry))
                } else if entry.value.isNull {
                    entries.append((entry.key, [""], entry))
                } else if let text = decoder.string(entry) {
                    entries.append((entry.key, [text.value], entry))
                }
            }
        } else {
            decoder.diagnostics.report(.wrongType(field, expected: "a mapping or a list"))
        }
        for entry in entries { for address in entry.addresses { add(entry.name, address, entry.item) } }
        hosts.sort { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        return Node.normal(hosts.map(\.node), from: field.origin).unlessEmpty
    }

    /// When an image is fetched or built.
    static let pullPolicy = ValueKind(
        .pattern("^(|always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+)$")
    ) { field, decoder in
        let words = ["always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly"]
        guard let text = decoder.string(field), !text.value.isEmpty else { return nil }
        if text.value == "if_not_present" { return .normal(text.map { _ in "missing" }) }
        if words.contains(text.value) || isInterval(text.value) { return .normal(text) }
        decoder.diagnostics.report(.noSuchChoice(field, choices: words + ["every_12h"]))
        return nil
    }

    /// `every_` and a time in weeks, days, hours, minutes and seconds.
    private static func isInterval(_ text: String) -> Bool {
        guard text.hasPrefix("every_") else { return false }
        var digits = 0
        var parts = 0
        for byte in text.utf8.dropFirst("every_".utf8.count) {
            if DecimalNumber.isDigit(byte) {
                digits += 1
            } else {
                guard digits > 0, "wdhms".utf8.contains(byte) else { return false }
                digits = 0
                parts += 1
            }
        }
        return parts > 0 && digits == 0
    }

    /// A single value of any kind, or a list of them.
    fileprivate static let scalarOrScalars = ValueKind(
        .anyOf([.scalar, .list(.scalar)])
    ) { field, decoder in
        if field.value.items != nil { return list(of: anyScalar).read(field, &decoder) }
        return anyScalar.read(field, &decoder)
    }

    private static let anyScalar = ValueKind(.scalar) { field, decoder in
        if let text = ManifestDecoder.text(of: field.value) { return .normal(text, from: field.origin) }
        decoder.diagnostics.report(.wrongType(field, expected: "a string, a number, `true` or `false`"))
        return nil
    }

    /// `models` of a service: names, or names with the variables that tell of them.
    static let serviceModels = ValueKind(
        .anyOf([.list(.string, unique: true), .map(KeyTable.modelUse.schema(named: "model_use").orNull)])
    ) { field, decoder in
        var mapping = NormalMapping()
        if field.value.items != nil {
            for name in decoder.strings(field, repetition: .refused) {
                mapping.add(name.value, .null(at: name.origin))
                decoder.modelUses[decoder.serviceName, default: []].append(name)
            }
        } else {
            decoder.eachEntry(of: field) { entry, decoder in
                var nothing: Void = ()
                let isEmpty = entry.value.isNull
                let use = isEmpty ? nil : decoder.decode(entry, by: .modelUse, into: &nothing)
                mapping.add(entry.key, use ?? .null(at: Origin(entry.keySpan)))
                decoder.modelUses[decoder.serviceName, default: []]
                    .append(Sourced(entry.key, from: Origin(entry.keySpan)))
            }
        }
        return mapping.sorted(from: field.origin).unlessEmpty
    }
}
