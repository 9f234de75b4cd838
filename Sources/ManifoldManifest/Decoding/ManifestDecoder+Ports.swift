import ManifoldDiagnostics
import ManifoldResources
import ManifoldYAML

/// A service's `ports`.
extension ManifestDecoder {
    static let mostPorts = 100_000

    mutating func ports(_ field: Field) -> [PublishedPort] {
        var ports: [PublishedPort] = []
        eachItem(of: field) { item, decoder in
            // Said once, where the limit is crossed.
            guard decoder.portCount <= Self.mostPorts else { return }
            let added = item.value.pairs == nil ? decoder.shortPorts(item) : decoder.longPort(item).map { [$0] }
            guard let added else { return }
            decoder.portCount += added.count
            if decoder.portCount > Self.mostPorts {
                decoder.diagnostics.report(.tooManyPorts(item))
            } else {
                ports += added
            }
        }
        return withoutRepetitions(ports)
    }

    private mutating func shortPorts(_ field: Field) -> [PublishedPort]? {
        switch field.value.resolved {
        case .string, .integer: break
        default:
            diagnostics.report(.wrongType(field, expected: "a string, a number or a mapping"))
            return nil
        }
        guard let text = Self.text(of: field.value) else { return nil }
        traps.notice(field)
        do throws(PortText.Problem) {
            let entry = try PortText(text)
            return entry.singles.map { single in
                var port = PublishedPort(target: single.target, origin: field.origin)
                port.published = single.published
                port.hostAddress = entry.hostAddress
                port.transport = entry.transport
                return port
            }
        } catch {
            diagnostics.report(.badPort(field, error))
            return nil
        }
    }

    private mutating func longPort(_ field: Field) -> PublishedPort? {
        var port = PublishedPort(target: 0, origin: field.origin)
        port.written = field.value
        decode(field, by: .port, into: &port)
        return port.target > 0 ? port : nil
    }

    /// Compose keeps one of several equal entries.
    private mutating func withoutRepetitions(_ ports: [PublishedPort]) -> [PublishedPort] {
        if ports.count < 2 { return ports }
        var seen: [PortKey: SourceSpan] = [:]
        return ports.filter { port in
            let first = seen.updateValue(port.origin.span, forKey: PortKey(port))
            if let first { diagnostics.report(.repeatedPort(port.origin.span, first: first)) }
            return first == nil
        }
    }

    private struct PortKey: Hashable {
        let target: UInt16
        let transport: String
        let published: String?
        let hostAddress: String

        init(_ port: PublishedPort) {
            target = port.target
            transport = port.transport
            published = port.published
            hostAddress = port.hostAddress ?? "0.0.0.0"
        }
    }

    // MARK: Values of the long syntax

    fileprivate mutating func target(_ field: Field) -> UInt16? {
        guard let number = integer(field, atLeast: 1) else { return nil }
        guard let port = UInt16(exactly: number.value) else {
            diagnostics.report(.invalidValue(field, "is no port", help: "write a number from 1 to 65535"))
            return nil
        }
        return port
    }

    fileprivate mutating func published(_ field: Field) -> String? {
        switch field.value.resolved {
        case .string, .integer: break
        default:
            diagnostics.report(.wrongType(field, expected: "a string or a number"))
            return nil
        }
        guard let text = Self.text(of: field.value), !text.isEmpty else { return nil }
        if PortText.range(text[...]) != nil { return text }
        diagnostics.report(
            .invalidValue(
                field,
                "is no port and no range of ports",
                help: "write a number such as `8080`, or `\"8080-8090\"`"
            )
        )
        return nil
    }

    fileprivate mutating func hostAddress(_ field: Field) -> String? {
        guard let text = string(field)?.value, !text.isEmpty else { return nil }
        if NetworkAddress(text) != nil { return text }
        diagnostics.report(.invalidValue(field, "is no IP address", help: "write a number such as `127.0.0.1`"))
        return nil
    }
}

extension KeyTable where Target == PublishedPort {
    /// The keys of an entry of `ports`.
    static let port = KeyTable(
        "port",
        required: ["target"],
        [
            "name": KeyRow(.string) { port, field, decoder in
                port.name = decoder.string(field)?.value
                return nil
            },
            "mode": KeyRow(.choice(["ingress", "host"])) { port, field, decoder in
                if let mode = decoder.word(field, among: ["ingress", "host"]) { port.mode = mode.value }
                return nil
            },
            "host_ip": KeyRow(.string) { port, field, decoder in
                port.hostAddress = decoder.hostAddress(field)
                return nil
            },
            "target": KeyRow(.wholeNumber(1...65535)) { port, field, decoder in
                port.target = decoder.target(field) ?? 0
                return nil
            },
            "published": KeyRow(.anyOf([.integer(0...65535), .pattern("^([0-9]+(-[0-9]+)?)?$")])) {
                port,
                field,
                decoder in
                port.published = decoder.published(field)
                return nil
            },
            "protocol": KeyRow(.choice(PortText.transports + PortText.transports.map { $0.uppercased() })) {
                port,
                field,
                decoder in
                let choices = PortText.transports + PortText.transports.map { $0.uppercased() }
                guard let text = decoder.string(field) else { return nil }
                if choices.contains(text.value) {
                    port.transport = text.value.lowercased()
                } else {
                    decoder.diagnostics.report(.noSuchChoice(field, choices: PortText.transports))
                }
                return nil
            },
            "app_protocol": KeyRow(.string) { port, field, decoder in
                port.appProtocol = decoder.string(field)?.value
                return nil
            },
        ]
    )
}

extension PublishedPort {
    /// The port in normal form.
    var normal: Node {
        var mapping = NormalMapping()
        mapping.add("name", name, from: origin)
        mapping.add("mode", mode, from: origin)
        mapping.add("host_ip", hostAddress, from: origin)
        mapping.add("target", .normal(Sourced(Int64(target), from: origin)))
        mapping.add("published", published, from: origin)
        mapping.add("protocol", transport, from: origin)
        mapping.add("app_protocol", appProtocol, from: origin)
        return mapping.node(from: origin).placed(like: written)
    }
}

extension ValueSchema {
    /// `ports`: numbers, strings and mappings.
    static let ports = ValueSchema.list(
        .anyOf([.integer(1...65535), .string, KeyTable.port.schema(named: "port")])
    )
}
