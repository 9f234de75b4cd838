import ManifoldDiagnostics
import ManifoldYAML

extension KeyTable where Target == ServiceDraft {
    /// The keys of a service.
    static let service = KeyTable(
        "service",
        [
            "cap_add": .strings(\.service.capabilitiesAdded),
            "cap_drop": .strings(\.service.capabilitiesDropped),
            "command": KeyRow { $0.service.command = $2.command($1) },
            "configs": KeyRow { $0.service.configs = $2.contentReferences($1) },
            "container_name": KeyRow { $0.service.containerName = $2.containerName($1) },
            "cpus": .cpus(\.service.cpus),
            "depends_on": KeyRow { $0.service.dependsOn = $2.dependencies($1) },
            "deploy": KeyRow { draft, field, decoder in
                // `deploy:` with nothing behind it is accepted by Compose too.
                if !field.value.isNull { decoder.decode(field, by: .deploy, into: &draft.deploy) }
            },
            "entrypoint": KeyRow { $0.service.entrypoint = $2.command($1) },
            "env_file": KeyRow { $0.envFiles = $2.envFiles($1) },
            "environment": KeyRow { $0.service.environment = $2.environment($1) },
            "healthcheck": KeyRow { $0.service.healthCheck = $2.healthCheck($1) },
            "hostname": .text(\.service.hostname),
            "image": .text(\.service.image),
            "init": .bool(\.service.usesInit),
            "labels": KeyRow { $0.service.labels = $2.labels($1) },
            "mem_limit": .bytes(\.service.memoryLimit),
            "memswap_limit": .bytes(\.service.memorySwapLimit, unlimited: true),
            "networks": KeyRow { $0.service.networks = $2.serviceNetworks($1) },
            "pids_limit": .integer(\.service.pidsLimit, atLeast: -1),
            "ports": KeyRow { $0.service.ports = $2.ports($1) },
            "profiles": KeyRow { $0.service.profiles = $2.profiles($1) },
            "read_only": .bool(\.service.isReadOnly),
            "restart": KeyRow { $0.service.restart = $2.restart($1) },
            "scale": .integer(\.scale, atLeast: 0),
            "secrets": KeyRow { $0.service.secrets = $2.contentReferences($1) },
            "stop_grace_period": .duration(\.service.stopGracePeriod),
            "stop_signal": .text(\.service.stopSignal),
            "user": .text(\.service.user),
            "volumes": KeyRow { $0.service.volumes = $2.mounts($1) },
            "working_dir": .text(\.service.workingDirectory),
        ],
        unsupported: [
            "annotations", "attach", "blkio_config", "build", "cgroup", "cgroup_parent", "cpu_count", "cpu_percent",
            "cpu_period", "cpu_quota", "cpu_rt_period", "cpu_rt_runtime", "cpu_shares", "cpuset", "credential_spec",
            "develop", "device_cgroup_rules", "devices", "dns", "dns_opt", "dns_search", "domainname", "expose",
            "extends", "external_links", "extra_hosts", "gpus", "group_add", "ipc", "isolation", "label_file", "links",
            "logging", "mac_address", "mem_reservation", "mem_swappiness", "models", "network_mode",
            "oom_kill_disable", "oom_score_adj", "pid", "platform", "post_start", "pre_start", "pre_stop",
            "privileged", "provider", "pull_policy", "pull_refresh_after", "runtime", "security_opt", "shm_size",
            "stdin_open", "storage_opt", "sysctls", "tmpfs", "tty", "ulimits", "use_api_socket", "userns_mode", "uts",
            "volumes_from",
        ]
    )
}

extension KeyTable where Target == DeployDraft {
    /// The keys of `deploy`.
    static let deploy = KeyTable(
        "deploy",
        [
            "replicas": .integer(\.replicas, atLeast: 0),
            "resources": .object(\.resources, .resources),
        ],
        unsupported: [
            "endpoint_mode", "labels", "mode", "placement", "restart_policy", "rollback_config", "update_config",
        ]
    )
}

extension KeyTable where Target == ResourcesDraft {
    /// The keys of `deploy.resources`.
    static let resources = KeyTable(
        "resources",
        [
            "limits": KeyRow { resources, field, decoder in
                resources.limitsField = field.keySpan
                decoder.decode(field, by: .limits, into: &resources.limits)
            }
        ],
        unsupported: ["reservations"]
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
