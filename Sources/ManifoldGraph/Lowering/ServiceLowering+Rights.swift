import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// What the container's processes may do, and what of the host they get.
extension ServiceLowering {
    mutating func lowerRights(reporting diagnostics: inout Diagnostics) {
        lowerFlag("privileged", \.security.isPrivileged)
        lowerSet("group_add", \.security.groups)
        lowerSecurityOptions(reporting: &diagnostics)
        lowerDevices()
        lowerSet("device_cgroup_rules", \.devices.rules)
        for (key, field) in [(["gpus"], "gpus"), (["deploy", "resources", "reservations", "devices"], "gpus")] {
            let setting = key.dropFirst().reduce(service.setting(key[0])) { $0?[$1] }
            lowerRequests(setting?.items ?? [], FieldName(field), isGraphics: key.count == 1)
        }
        lowerKernel()
    }

    private mutating func lowerSecurityOptions(reporting diagnostics: inout Diagnostics) {
        let items = service.setting("security_opt")?.items ?? []
        origins[FieldPath("security_opt")] = items.first?.origin
        for item in items {
            guard let option = SecurityOption.normal(item.text ?? "") else { continue }
            if SecurityOption.isProfile(option) {
                diagnostics.report(
                    GraphDiagnostics.unsupportedValue(
                        "security_opt",
                        item,
                        of: service,
                        "a seccomp profile in a file cannot be passed on yet",
                        help: "use `seccomp=unconfined`, or the engine's own profile by leaving it out"
                    )
                )
            } else if option != SecurityOption.unmasked || !spec.security.isPrivileged {
                // What is privileged sees all paths of the system anyway.
                spec.security.options.insert(option)
            }
        }
    }

    private mutating func lowerDevices() {
        for item in service.setting("devices")?.items ?? [] {
            guard let source = item["source"]?.text else { continue }
            let target = item["target"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? source
            let permissions = item["permissions"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? "rwm"
            spec.devices.mappings[target] = DeviceSpec.Mapping(source: source, permissions: permissions)
            origins[FieldPath("devices", target)] = item.origin
        }
    }

    private mutating func lowerRequests(_ items: [Setting], _ field: FieldName, isGraphics: Bool) {
        for item in items {
            var request = DeviceSpec.Request(count: item["count"]?.number ?? 0)
            request.driver = item["driver"]?.text.flatMap { $0.isEmpty ? nil : $0 }
            request.ids = Set((item["device_ids"]?.items ?? []).compactMap(\.text))
            request.capabilities = Set((item["capabilities"]?.items ?? []).compactMap(\.text))
            if isGraphics { request.capabilities.insert("gpu") }
            for (name, value) in item["options"]?.entries ?? [] {
                request.options[name] = Showability.text(value.text ?? "", named: name, from: value.origin)
            }
            spec.devices.requests.append(request)
            if origins[FieldPath(field)] == nil { origins[FieldPath(field)] = item.origin }
        }
    }

    private mutating func lowerKernel() {
        for (name, value) in service.setting("sysctls")?.entries ?? [] {
            spec.kernel.sysctls[name] = value.text ?? ""
            origins[FieldPath("sysctls", name)] = value.origin
        }
        for (name, value) in service.setting("ulimits")?.entries ?? [] {
            guard let soft = value.number ?? value["soft"]?.number, let hard = value.number ?? value["hard"]?.number
            else { continue }
            spec.kernel.ulimits[name] = KernelSpec.Ulimit(soft: soft, hard: hard)
            origins[FieldPath("ulimits", name)] = value.origin
        }
        lowerNumber("oom_score_adj", \.kernel.oomScore)
        lowerFlag("oom_kill_disable", \.kernel.isSparedFromOOM)
    }
}
