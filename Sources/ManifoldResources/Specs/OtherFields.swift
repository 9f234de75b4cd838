extension FieldTable where Spec == NetworkSpec {
    /// The field table of networks: the engine can change nothing of a network once it is made.
    package static let network = FieldTable([
        Field("driver", create: "Driver") { $0.driver.map { .word($0) } },
        Field("driver_opts", create: "Options") { map($0.driverOptions) { .text($0) } },
        Field("ipam", create: "IPAM", isFilled: true) { fields(of: $0.addresses) },
        Field("internal", create: "Internal") { $0.isInternal ? .flag(true) : nil },
        Field("attachable", create: "Attachable") { $0.isAttachable ? .flag(true) : nil },
        Field("enable_ipv4", create: "EnableIPv4", since: [.any(APILevel(1, 48))]) {
            $0.hasIPv4 ? nil : .flag(false)
        },
        Field("enable_ipv6", create: "EnableIPv6") { $0.hasIPv6 ? .flag(true) : nil },
        Field("labels", create: "Labels") { map($0.labels) { .text($0) } },
    ])

    /// Entry by entry, because the engine fills in what nobody asked for: `ipv4.subnet`, `ipv6.gateway`, `options.x`.
    private static func fields(of addresses: AddressManagement) -> FieldValue<FreeText>? {
        var entries: [String: FieldValue<FreeText>] = [:]
        entries["driver"] = addresses.driver.map { .word($0) }
        for (name, option) in addresses.options { entries["options.\(name)"] = .text(option) }
        for (family, pools) in addresses.poolsByFamily {
            for (index, pool) in pools.enumerated() {
                let place = index == 0 ? family : "\(family).\(index + 1)"
                entries["\(place).subnet"] = pool.subnet.map { .word($0) }
                entries["\(place).ip_range"] = pool.range.map { .word($0) }
                entries["\(place).gateway"] = pool.gateway.map { .word($0) }
                for (name, address) in pool.reserved { entries["\(place).aux_addresses.\(name)"] = .word(address) }
            }
        }
        return entries.isEmpty ? nil : .map(entries)
    }
}

extension FieldTable where Spec == VolumeSpec {
    /// The field table of volumes: nothing can be changed, and a new volume would be an empty one.
    package static let volume = FieldTable([
        Field("driver", create: "Driver") { $0.driver.map { .word($0) } },
        Field("driver_opts", create: "DriverOpts", inspect: "Options") { map($0.driverOptions) { .text($0) } },
        Field("labels", create: "Labels", change: .kept) { map($0.labels) { .text($0) } },
    ])
}
