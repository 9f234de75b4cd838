import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

extension KeyTable<Void> {
    /// The keys of an entry of `devices`.
    static let device = KeyTable(
        "device",
        required: ["source"],
        [
            "source": .carried(.string),
            "target": .carried(.string),
            "permissions": .carried(.string),
        ]
    )

    /// The keys of an entry of `gpus` and of `deploy.resources.reservations.devices`.
    static let deviceRequest = KeyTable(
        "device request",
        [
            "capabilities": .carried(.strings),
            "driver": .carried(.string),
            "count": .carried(.deviceCount),
            "device_ids": .carried(.strings),
            "options": .carried(.labels),
        ]
    )

    /// The keys of `blkio_config`.
    static let blockIO = KeyTable(
        "blkio_config",
        [
            "weight": .carried(.integer(atLeast: 0, atMost: 65535)),
            "weight_device": .carried(.list(of: .object(.weightedDevice, named: "blkio_weight"))),
            "device_read_bps": .carried(.list(of: .object(.throttledDevice, named: "blkio_limit"))),
            "device_read_iops": .carried(.list(of: .object(.throttledDevice, named: "blkio_limit"))),
            "device_write_bps": .carried(.list(of: .object(.throttledDevice, named: "blkio_limit"))),
            "device_write_iops": .carried(.list(of: .object(.throttledDevice, named: "blkio_limit"))),
        ]
    )

    static let weightedDevice = KeyTable(
        "weight_device",
        ["path": .carried(.string), "weight": .carried(.count())]
    )

    static let throttledDevice = KeyTable(
        "device limit",
        ["path": .carried(.string), "rate": .carried(.bytes())]
    )
}

extension ValueKind {
    static let blockIO = object(.blockIO, named: "blkio_config")

    /// A list of `SOURCE[:TARGET[:PERMISSIONS]]` and of mappings.
    static let devices = list(
        of: object(.device, named: "device")
            .or(.string) { text, decoder in
                let parts = text.value.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
                guard parts.count <= 3, !parts[0].isEmpty else {
                    decoder.diagnostics.report(.badDevice(text))
                    return nil
                }
                var mapping = NormalMapping()
                let target = parts.count > 1 && !parts[1].isEmpty ? parts[1] : parts[0]
                mapping.add("source", .normal(parts[0], from: text.origin))
                mapping.add("target", .normal(target, from: text.origin))
                mapping.add("permissions", .normal(parts.count > 2 ? parts[2] : "rwm", from: text.origin))
                return mapping.node(from: text.origin)
            }
    )

    /// Something like a graphics card; all of them where no number and no ids are given.
    private static func deviceRequest(needsCapabilities: Bool) -> ValueKind {
        let schema =
            needsCapabilities
            ? KeyTable.deviceRequest.schema(named: "device_request", requiring: ["capabilities"])
            : KeyTable.deviceRequest.schema(named: "gpu_request")
        return ValueKind(schema) { field, decoder in
            var nothing: Void = ()
            let request = decoder.decode(field, by: .deviceRequest, into: &nothing)
            if needsCapabilities, !decoder.requires("capabilities", in: field) { return nil }
            let count = field.value["count"]
            if let count, let ids = field.value["device_ids"] {
                decoder.diagnostics.report(.countAndIDs(count.span, ids.span, field))
            }
            guard count == nil, field.value["device_ids"] == nil else { return request }
            var pairs = request.pairs ?? []
            let index = pairs.firstIndex { ["device_ids", "options"].contains($0.key.scalarText) } ?? pairs.count
            let all = Node.normal(Sourced(Int64(-1), from: field.origin))
            pairs.insert(Node.Pair(key: .key("count", all), value: all), at: index)
            return Node(.mapping(pairs), span: request.span, alias: request.alias)
        }
    }

    static let deviceRequest = deviceRequest(needsCapabilities: true)
    private static let gpuRequest = deviceRequest(needsCapabilities: false)

    /// `gpus`: `all`, or a list of requests.
    static let gpus = ValueKind(.anyOf([.choice(["all"]), .list(gpuRequest.schema)])) { field, decoder in
        if field.value.items != nil { return list(of: gpuRequest).read(field, &decoder) }
        guard field.value.pairs == nil, decoder.word(field, among: ["all"]) != nil else {
            if field.value.pairs != nil {
                decoder.diagnostics.report(.wrongType(field, expected: "`all` or a list"))
            }
            return nil
        }
        var mapping = NormalMapping()
        mapping.add("count", .normal(Sourced(Int64(-1), from: field.origin)))
        return .normal([mapping.node(from: field.origin)], from: field.origin)
    }

    /// A number of devices; `all` is -1.
    fileprivate static let deviceCount = ValueKind(
        .anyOf([.integer(-1 ... .max), .pattern("^([+-]?[0-9]+|[aA][lL][lL])$")])
    ) { field, decoder in
        if field.value.scalarText?.lowercased() == "all" { return .normal(Sourced(Int64(-1), from: field.origin)) }
        return count(atLeast: -1).read(field, &decoder)
    }

    /// Limits by name: one number, or a soft and a hard one.
    static let ulimits = ValueKind(.map(.anyOf([.wholeNumber(), KeyTable.ulimit.schema(named: "ulimit")]))) {
        field,
        decoder in
        var mapping = NormalMapping()
        decoder.eachEntry(of: field) { entry, decoder in
            guard entry.value.pairs == nil else {
                var nothing: Void = ()
                return mapping.add(entry.key, decoder.decode(entry, by: .ulimit, into: &nothing))
            }
            mapping.add(entry.key, count(atLeast: .min).read(entry, &decoder))
        }
        return mapping.sorted(from: field.origin).unlessEmpty
    }
}

extension KeyTable<Void> {
    /// The keys of a limit with two values.
    static let ulimit = KeyTable(
        "ulimit",
        required: ["soft", "hard"],
        ["soft": .carried(.integer()), "hard": .carried(.integer())]
    )
}
