import ManifoldDiagnostics
import ManifoldYAML

extension KeyTable where Target == DeployDraft {
    /// The keys of `deploy`.
    static let deploy = KeyTable(
        "deploy",
        [
            "mode": .carried(.string).used(.swarmOnly),
            "replicas": .integer(\.replicas, atLeast: 0, kept: true),
            "labels": .carried(.labels).used(.swarmOnly),
            "update_config": .carried(.object(.updateConfig, named: "update_config")).used(.swarmOnly),
            "rollback_config": .carried(.object(.updateConfig, named: "update_config")).used(.swarmOnly),
            "resources": .object(\.resources, .resources, named: "resources"),
            "restart_policy": .carried(.object(.restartPolicy, named: "restart_policy")),
            "placement": .carried(.object(.placement, named: "placement")).used(.swarmOnly),
            "endpoint_mode": .carried(.string).used(.swarmOnly),
        ]
    )
}

extension KeyTable where Target == ResourcesDraft {
    /// The keys of `deploy.resources`.
    static let resources = KeyTable(
        "resources",
        [
            "limits": KeyRow(KeyTable<DeployLimits>.limits.schema(named: "limits")) { resources, field, decoder in
                resources.limitsField = field.keySpan
                return decoder.decode(field, by: .limits, into: &resources.limits)
            },
            "reservations": KeyRow(KeyTable.reservations.schema(named: "reservations")) { resources, field, decoder in
                resources.reservationsField = field.keySpan
                return decoder.decode(field, by: .reservations, into: &resources)
            },
        ]
    )

    /// The keys of `deploy.resources.reservations`.
    static let reservations = KeyTable(
        "reservations",
        [
            "cpus": .carried(.cpus).used(.swarmOnly),
            "memory": .bytes(\.reservedMemory),
            "pids": .carried(.integer(atLeast: -1)).used(.swarmOnly),
            "devices": .carried(.list(of: .deviceRequest)),
            "generic_resources": .carried(.list(of: .object(.genericResource, named: "generic_resource")))
                .used(.swarmOnly),
        ]
    )
}

extension KeyTable where Target == DeployLimits {
    /// The keys of `deploy.resources.limits`.
    static let limits = KeyTable(
        "limits",
        [
            "cpus": .cpus(\.cpus),
            "memory": .bytes(\.memory),
            "pids": .integer(\.pids, atLeast: -1),
        ]
    )
}

extension KeyTable<Void> {
    /// The keys of `deploy.update_config` and `deploy.rollback_config`.
    static let updateConfig = KeyTable(
        "update_config",
        [
            "parallelism": .carried(.count()),
            // Compose writes these two in any case.
            "delay": .carried(.duration),
            "failure_action": .carried(.string),
            "monitor": .carried(.duration),
            "max_failure_ratio": .carried(.number(0...1, rule: "a number from 0 to 1")),
            "order": .carried(.choice("start-first", "stop-first")),
        ]
    )

    /// The keys of `deploy.restart_policy`.
    static let restartPolicy = KeyTable(
        "restart_policy",
        [
            "condition": .carried(.string),
            "delay": .carried(.duration).used(.swarmOnly),
            "max_attempts": .carried(.count()),
            "window": .carried(.duration).used(.swarmOnly),
        ]
    )

    /// The keys of `deploy.placement`.
    static let placement = KeyTable(
        "placement",
        [
            "constraints": .carried(.words),
            "preferences": .carried(.list(of: .object(.preference, named: "preference"))),
            "max_replicas_per_node": .carried(.integer(atLeast: 0)),
        ]
    )

    /// The keys of an entry of `deploy.placement.preferences`.
    static let preference = KeyTable("preference", ["spread": .carried(.string)])

    /// The keys of an entry of `generic_resources`.
    static let genericResource = KeyTable(
        "generic_resources",
        ["discrete_resource_spec": .carried(.object(.discreteResource, named: "discrete_resource_spec"))]
    )

    /// The keys of `discrete_resource_spec`.
    static let discreteResource = KeyTable(
        "discrete_resource_spec",
        ["kind": .carried(.string), "value": .carried(.count(atLeast: .min))]
    )
}
