import ManifoldDiagnostics
import ManifoldManifest
import ManifoldYAML
import OrderedCollections

/// One service in normal form, its keys in Compose's order.
struct NormalService {
    private let service: Service

    init(_ service: Service) {
        self.service = service
    }

    var value: PlainValue {
        var map = NormalMap()
        map.add("profiles", .strings(service.profiles.map(\.value)))
        map.add("cap_add", .strings(service.capabilitiesAdded.map(\.value)))
        map.add("cap_drop", .strings(service.capabilitiesDropped.map(\.value)))
        map.add("cpus", service.cpus.flatMap { .shortest($0.value) })
        // Compose prints these two in any case.
        map.set("command", service.command.map { .strings($0.value) } ?? .null)
        map.add("configs", .list(service.configs.map { NormalMounts.value(of: $0, defaultDirectory: nil) }))
        map.add("container_name", service.containerName?.value)
        map.add("depends_on", dependencies)
        map.add("deploy", deploy)
        map.set("entrypoint", service.entrypoint.map { .strings($0.value) } ?? .null)
        map.add("environment", environment)
        map.add("hostname", service.hostname?.value)
        if let check = service.healthCheck { map.set("healthcheck", Self.value(of: check)) }
        map.add("image", service.image?.value)
        map.add("init", service.usesInit.map { .bool($0.value) })
        map.add("labels", .sorted(service.labels.map { ($0.key, .string($0.value.value)) }))
        map.add("mem_limit", service.memoryLimit.flatMap { .byteCount($0.value) })
        map.add("memswap_limit", service.memorySwapLimit.flatMap { .byteCount($0.value) })
        map.set("networks", networks)
        map.add("pids_limit", service.pidsLimit.flatMap { $0.value == 0 ? nil : .integer(Int($0.value)) })
        map.add("ports", .list(service.ports.map { NormalMounts.value(of: $0) }))
        map.add("read_only", ifTrue: service.isReadOnly?.value ?? false)
        map.add("restart", service.restart?.value)
        if service.replicasKey == .scale { map.add("scale", service.replicas.map { .integer($0.value) }) }
        map.add("secrets", .list(service.secrets.map { NormalMounts.value(of: $0, defaultDirectory: "/run/secrets") }))
        map.add("stop_grace_period", service.stopGracePeriod.map { NormalDuration.text(nanoseconds: $0.value) })
        map.add("stop_signal", service.stopSignal?.value)
        map.add("user", service.user?.value)
        map.add("volumes", .list(service.volumes.map { NormalMounts.value(of: $0) }))
        map.add("working_dir", service.workingDirectory?.value)
        return map.value
    }

    private var environment: PlainValue {
        .sorted(service.environment.map { ($0.key, $0.value.value.map { .string($0) } ?? .null) })
    }

    private var dependencies: PlainValue {
        .sorted(
            service.dependsOn.map { name, dependency in
                var map = NormalMap()
                map.add("condition", dependency.condition.rawValue)
                map.add("restart", ifTrue: dependency.restart)
                map.set("required", .bool(dependency.isRequired))
                return (name, map.value)
            }
        )
    }

    private var networks: PlainValue {
        if service.networks.isEmpty { return .map([PlainValue.Entry(key: "default", value: .null)]) }
        return .sorted(
            service.networks.map { name, place in
                guard !place.aliases.isEmpty else { return (name, .null) }
                var map = NormalMap()
                map.add("aliases", .strings(place.aliases.map(\.value)))
                return (name, map.value)
            }
        )
    }

    /// `deploy` with the parts that Compose prints empty wherever there is one.
    private var deploy: PlainValue? {
        var limits = NormalMap()
        limits.add("cpus", service.deployLimits.cpus.flatMap { .shortest($0.value) })
        limits.add("memory", service.deployLimits.memory.flatMap { .byteCount($0.value) })
        limits.add("pids", service.deployLimits.pids.flatMap { $0.value == 0 ? nil : .integer(Int($0.value)) })
        let replicas = service.replicasKey == .deploy ? service.replicas : nil
        guard !limits.isEmpty || replicas != nil else { return nil }
        var resources = NormalMap()
        resources.add("limits", limits.value)
        var map = NormalMap()
        map.add("replicas", replicas.map { .integer($0.value) })
        map.set("resources", resources.value)
        map.set("placement", .map([]))
        return map.value
    }

    private static func value(of check: HealthCheck) -> PlainValue {
        var map = NormalMap()
        map.add("test", check.test.map { .strings($0.value) })
        map.add("timeout", check.timeout.map { NormalDuration.text(nanoseconds: $0.value) })
        map.add("interval", check.interval.map { NormalDuration.text(nanoseconds: $0.value) })
        map.add("retries", check.retries.map { .integer(Int($0.value)) })
        map.add("start_period", check.startPeriod.map { NormalDuration.text(nanoseconds: $0.value) })
        map.add("disable", ifTrue: check.isDisabled?.value ?? false)
        return map.value
    }
}
