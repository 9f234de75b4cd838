import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// How the container is run, where its output goes and how it finds names.
extension ServiceLowering {
    mutating func lowerRuntime() {
        lowerWord("domainname", \.domainName)
        lowerFlag("tty", \.hasTerminal)
        lowerFlag("stdin_open", \.keepsInputOpen)
        lowerWord("runtime", \.runtime.name)
        lowerWord("platform", \.runtime.platform)
        lowerWord("cgroup_parent", \.runtime.cgroupParent)
        lowerNumber("shm_size", \.runtime.sharedMemory)
        lowerTexts(service.setting("storage_opt"), "storage_opt", \.runtime.storageOptions)
        lowerTexts(service.setting("annotations"), "annotations", \.runtime.annotations)
        lowerLogging()
        lowerResolver()
    }

    private mutating func lowerLogging() {
        if let driver = service.setting("logging", "driver"), let name = driver.text, !name.isEmpty {
            spec.runtime.logDriver = name
            origins[FieldPath("logging", "driver")] = driver.origin
        }
        lowerTexts(service.setting("logging", "options"), "logging", prefix: "options.", \.runtime.logOptions)
    }

    private mutating func lowerResolver() {
        let hosts = service.setting("extra_hosts")?.items ?? []
        for host in hosts {
            // The engine wants a colon, whatever the addresses hold.
            let parts = (host.text ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { spec.resolver.hosts.insert("\(parts[0]):\(parts[1])") }
        }
        origins[FieldPath("extra_hosts")] = hosts.first?.origin
        lowerList("dns", \.resolver.servers)
        lowerList("dns_opt", \.resolver.options)
        lowerList("dns_search", \.resolver.searchDomains)
    }
}
