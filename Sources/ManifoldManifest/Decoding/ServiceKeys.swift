import ManifoldDiagnostics
import ManifoldYAML

extension KeyTable where Target == ServiceDraft {
    /// The keys of a service, in the order in which Compose writes them.
    static let service = KeyTable(
        "service",
        [
            "profiles": KeyRow(.list(.string)) { draft, field, decoder in
                draft.service.profiles = decoder.profiles(field)
                return draft.service.profiles.normal(from: field)
            },
            "annotations": .carried(.labels),
            "attach": .carried(.flag).used(.composeOnly),
            "build": .carried(.build),
            "develop": .carried(.develop).used(.composeOnly),
            "blkio_config": .carried(.blockIO),
            "cap_add": .strings(\.service.capabilitiesAdded),
            "cap_drop": .strings(\.service.capabilitiesDropped),
            "cgroup_parent": .carried(.string),
            "cgroup": .carried(.choice("host", "private")),
            "cpu_count": .carried(.integer(atLeast: 0)).used(.windowsOnly),
            "cpu_percent": .carried(.number(0...100, rule: "a number from 0 to 100")).used(.windowsOnly),
            "cpu_period": .carried(.integer()),
            "cpu_quota": .carried(.integer()),
            "cpu_rt_period": .carried(.integer()),
            "cpu_rt_runtime": .carried(.integer()),
            "cpus": .cpus(\.service.cpus),
            "cpuset": .carried(.string),
            "cpu_shares": .carried(.integer()),
            "command": .command(\.service.command),
            "configs": .contentReferences(\.service.configs, directory: nil),
            "container_name": KeyRow(.string) { draft, field, decoder in
                draft.service.containerName = decoder.containerName(field)
                return draft.service.containerName.map { .normal($0) }
            },
            "credential_spec": .carried(.object(.credentialSpec, named: "credential_spec")).used(.windowsOnly),
            "depends_on": .dependencies,
            "deploy": .deploy,
            "device_cgroup_rules": .carried(.strings),
            "devices": .carried(.devices),
            "dns": .carried(.nameServers),
            "dns_opt": .carried(.strings),
            "dns_search": .carried(.stringOrStrings),
            "domainname": .carried(.string),
            "entrypoint": .command(\.service.entrypoint),
            // What env files set is in `environment` when a manifest has been read; the same goes for `label_file`.
            "environment": KeyRow(.settings) { draft, field, decoder in
                draft.service.environment = decoder.environment(field)
                draft.environmentOrigin = field.origin
                return nil
            },
            "env_file": KeyRow(.envFiles) { draft, field, decoder in
                draft.envFiles = decoder.envFiles(field)
                draft.environmentOrigin = draft.environmentOrigin ?? field.origin
                return nil
            },
            "expose": .carried(.expose),
            "external_links": .carried(.strings),
            "extra_hosts": .carried(.extraHosts),
            "group_add": .carried(.list(of: .stringOrNumber)),
            "gpus": .carried(.gpus),
            "hostname": .text(\.service.hostname),
            "healthcheck": KeyRow(KeyTable<HealthCheck>.healthCheck.schema(named: "healthcheck")) {
                draft,
                field,
                decoder in
                var check = HealthCheck(origin: field.origin)
                let node = decoder.decode(field, by: .healthCheck, into: &check)
                draft.service.healthCheck = check
                return node
            },
            "image": .text(\.service.image),
            "init": .bool(\.service.usesInit, kept: true),
            "ipc": .carried(.string),
            "isolation": .carried(.string).used(.windowsOnly),
            "labels": KeyRow(.settings) { draft, field, decoder in
                draft.service.labels = decoder.labels(field)
                draft.labelsOrigin = field.origin
                return nil
            },
            "label_file": KeyRow(.stringOrList) { draft, field, decoder in
                draft.labelFiles = decoder.labelFiles(field)
                draft.labelsOrigin = draft.labelsOrigin ?? field.origin
                return nil
            },
            "links": .carried(.strings),
            "logging": .carried(.object(.logging, named: "logging")),
            "mem_limit": .bytes(\.service.memoryLimit),
            "mem_reservation": .bytes(\.memoryReservation),
            "memswap_limit": .bytes(\.service.memorySwapLimit, unlimited: true),
            "mem_swappiness": .carried(.bytes()),
            "mac_address": .carried(.string),
            "models": .carried(.serviceModels).used(.pending),
            "network_mode": .carried(.string),
            "networks": .serviceNetworks,
            "oom_kill_disable": .carried(.bool),
            "oom_score_adj": .carried(.integer(atLeast: -1000, atMost: 1000)),
            "pid": .carried(.stringOrNull),
            "pids_limit": .integer(\.service.pidsLimit, atLeast: -1),
            "platform": .carried(.string),
            "ports": KeyRow(.ports) { draft, field, decoder in
                draft.service.ports = decoder.ports(field)
                return Node.normal(draft.service.ports.map(\.normal), from: field.origin).unlessEmpty
            },
            "privileged": .carried(.bool),
            "provider": .carried(.object(.provider, named: "provider")).used(.pending),
            "pull_policy": .carried(.pullPolicy),
            "pull_refresh_after": .carried(.string),
            "read_only": .bool(\.service.isReadOnly),
            "restart": KeyRow(.restartPolicy) { draft, field, decoder in
                draft.service.restart = decoder.restart(field)
                return draft.service.restart.map { .normal($0) }
            },
            "runtime": .carried(.string),
            "scale": .integer(\.scale, atLeast: 0, kept: true),
            "secrets": .contentReferences(\.service.secrets, directory: "/run/secrets"),
            "security_opt": .carried(.strings),
            "shm_size": .carried(.bytes()),
            "stdin_open": .carried(.bool),
            "stop_grace_period": .duration(\.service.stopGracePeriod),
            "stop_signal": .text(\.service.stopSignal),
            "storage_opt": .carried(.map(of: .stringOrNumber)),
            "sysctls": .carried(.labels),
            "tmpfs": .carried(.stringOrStrings),
            "tty": .carried(.bool),
            "ulimits": .carried(.ulimits),
            "use_api_socket": .carried(.bool).used(.pending),
            "user": .text(\.service.user),
            "userns_mode": .carried(.string),
            "uts": .carried(.string),
            "volumes": KeyRow(.mounts) { draft, field, decoder in
                draft.service.volumes = decoder.mounts(field)
                return Node.normal(draft.service.volumes.map(\.normal), from: field.origin).unlessEmpty
            },
            "volumes_from": .carried(.strings),
            "working_dir": .text(\.service.workingDirectory),
            "pre_start": .carried(.list(of: .preStartHook)).used(.pending),
            "post_start": .carried(.list(of: .hook)).used(.pending),
            "pre_stop": .carried(.list(of: .hook)).used(.pending),
        ]
    )
}

extension KeyRow where Target == ServiceDraft {
    fileprivate static func command(_ path: any WritableKeyPath<ServiceDraft, Sourced<[String]>?> & Sendable) -> KeyRow
    {
        KeyRow(ValueKind.command.schema) { draft, field, decoder in
            guard let command = decoder.command(field) else { return nil }
            draft[keyPath: path] = command
            return Node.normal(command.value, from: command.origin).placed(like: field.value)
        }
    }

    fileprivate static func contentReferences(
        _ path: any WritableKeyPath<ServiceDraft, [ContentReference]> & Sendable,
        directory: String?
    ) -> KeyRow {
        KeyRow(.contentReferences) { draft, field, decoder in
            let references = decoder.contentReferences(field)
            draft[keyPath: path] = references
            let nodes = references.map { $0.normal(defaultDirectory: directory) }
            return Node.normal(nodes, from: field.origin).unlessEmpty
        }
    }

    fileprivate static let deploy = KeyRow(KeyTable<DeployDraft>.deploy.schema(named: "deployment").orNull) {
        draft,
        field,
        decoder in
        // `deploy:` with nothing behind it is accepted by Compose too.
        if field.value.isNull { return nil }
        let deploy = decoder.decode(field, by: .deploy, into: &draft.deploy)
        // Compose writes these two in any case.
        let missing = ["resources", "placement"].filter { deploy[$0] == nil }
            .map { Node.Pair(key: .normal($0, from: field.origin), value: .nothing(at: field.origin.implied)) }
        return deploy.adding(missing, by: KeyTable<DeployDraft>.deploy)
    }
}
