/// How a value of a later file is put over that of an earlier one, where it is not simply: mappings key by key, lists one
/// behind the other, the later of two single values.
enum MergeRule {
    /// The later value alone counts.
    case replace
    /// `NAME: value` mappings and lists of `NAME=value`, name by name.
    case named
    /// A single value is a list of one.
    case list
    /// Lists of hosts, each line once.
    case hosts
    /// A single value is the `context`.
    case build
    /// A list of names is a mapping with Compose's own conditions.
    case dependencies
    /// A list of names is a mapping of nothing.
    case networks
    /// The options of one driver mean nothing to another.
    case logging
    /// Address pools, subnet by subnet.
    case pools

    /// Compose's rules.
    static let table = PathTable<MergeRule>([
        "networks.*.ipam.config": .pools,
        "networks.*.labels": .named,
        "volumes.*.labels": .named,
        "services.*.annotations": .named,
        "services.*.build": .build,
        "services.*.build.args": .named,
        "services.*.build.additional_contexts": .named,
        "services.*.build.extra_hosts": .hosts,
        "services.*.build.labels": .named,
        "services.*.build.ssh": .named,
        "services.*.command": .replace,
        "services.*.depends_on": .dependencies,
        "services.*.deploy.labels": .named,
        "services.*.dns": .list,
        "services.*.dns_opt": .list,
        "services.*.dns_search": .list,
        "services.*.entrypoint": .replace,
        "services.*.env_file": .list,
        "services.*.label_file": .list,
        "services.*.environment": .named,
        "services.*.extra_hosts": .hosts,
        "services.*.healthcheck.test": .replace,
        "services.*.labels": .named,
        "services.*.logging": .logging,
        "services.*.networks": .networks,
        "services.*.sysctls": .named,
        "services.*.tmpfs": .list,
        "services.*.ulimits.*": .replace,
    ])

    /// The place of one service in the table, for `extends`.
    static let service = table.position(of: "", in: table.position(of: "services", in: table.root))
}
