import Foundation
import ManifoldTestSupport

/// A project of the corpus as it can run here: with a local image, in names of the test's own, and without what an
/// engine on any host may not have.
///
/// All that manifold compares stays as it is wherever an engine without a network can have it.
struct LocalProject {
    private(set) var manifest: JSONValue
    /// What was left out, in words to be counted.
    private(set) var leftOut: Set<String> = []
    private let system: String
    private let directory: URL
    private let ports: PortRange
    /// Services that others wait for until they have come to their end.
    private var jobs: Set<String> = []

    /// Changes a project in Compose's normal form.
    ///
    /// - Parameters:
    ///   - project: the project; what it mounts from the host is below its own directory afterwards.
    ///   - system: a name that nobody else has.
    ///   - directory: an empty directory for what is mounted.
    ///   - ports: ports of the host that are free.
    /// - Throws: where what is mounted cannot be written.
    init(_ project: JSONValue, named system: String, in directory: URL, ports: PortRange) throws {
        manifest = project
        self.system = system
        self.directory = directory
        self.ports = ports
        manifest["name"] = .string(system)
        let services = project["services"]?.entries ?? [:]
        for service in services.values {
            for (name, need) in service["depends_on"]?.entries ?? [:]
            where need["condition"]?.text == "service_completed_successfully" {
                jobs.insert(name)
            }
        }
        try change("services") { project, name, service in try project.localize(service, name) }
        try change("networks") { project, name, network in project.localizeNetwork(network, name) }
        try change("volumes") { project, name, volume in project.localizeVolume(volume, name) }
        for section in ["configs", "secrets"] {
            try change(section) { project, name, _ in
                let path = project.directory.appending(path: "\(section)-\(name)")
                try "content of \(name)\n".write(to: path, atomically: true, encoding: .utf8)
                return .map(["file": .string(path.path)])
            }
        }
    }

    /// Changes each entry of a section.
    private mutating func change(
        _ section: String,
        _ body: (inout LocalProject, String, JSONValue) throws -> JSONValue
    ) throws {
        guard case .map(var entries)? = manifest[section] else { return }
        for (name, entry) in entries.sorted(by: { $0.key < $1.key }) { entries[name] = try body(&self, name, entry) }
        manifest[section] = .map(entries)
    }

    // MARK: Services

    /// What needs a plugin, hardware, privileges or files that are not everywhere, or that manifold does not do yet.
    private static let foreign: Set = [
        "blkio_config", "build", "cgroup_parent", "credential_spec", "device_cgroup_rules", "devices", "external_links",
        "gpus", "isolation", "mac_address", "models", "oom_kill_disable", "platform", "post_start", "pre_start",
        "pre_stop",
        "privileged", "provider", "pull_policy", "runtime", "storage_opt", "userns_mode",
    ]

    private mutating func localize(_ original: JSONValue, _ name: String) throws -> JSONValue {
        var service = original
        for key in Self.foreign where service[key] != nil {
            if !["build", "platform", "pull_policy"].contains(key) { leftOut.insert(key) }
            service[key] = nil
        }
        service["image"] = .string("manifold/busybox:1")
        service["entrypoint"] = .null
        service["command"] = .list((jobs.contains(name) ? ["true"] : ["sleep", "3600"]).map { .string($0) })
        service["init"] = .bool(true)
        if let own = service["container_name"]?.text { service["container_name"] = .string("\(system)-\(own)") }
        if let user = service["user"]?.text, user.contains(where: \.isLetter) { service["user"] = .string("nobody") }
        localizeCheck(&service)
        localizeLimits(&service)
        localizeKernel(&service)
        service["ports"] = service["ports"].map { .list($0.items.map(localizePort)) }
        service["volumes"] = try service["volumes"].map { .list(try $0.items.map { try localizeMount($0) }) }
        for (key, value) in service.entries where value.text?.hasPrefix("container:") == true {
            leftOut.insert("containers of others")
            service[key] = nil
        }
        return service
    }

    /// A check that succeeds at once, with all else that was said about it.
    private func localizeCheck(_ service: inout JSONValue) {
        guard var check = service["healthcheck"], check["test"] != nil else { return }
        check["test"] = .list([.string("CMD"), .string("true")])
        check["interval"] = .string("500ms")
        check["start_interval"] = nil
        service["healthcheck"] = check
    }

    private mutating func localizeLimits(_ service: inout JSONValue) {
        for key in ["cpuset", "cpu_rt_runtime", "cpu_rt_period"] where service[key] != nil {
            leftOut.insert(key)
            service[key] = nil
        }
        if case .number(let processors)? = service["cpus"], processors > 1 { service["cpus"] = .number(1) }
        guard var deploy = service["deploy"], var resources = deploy["resources"] else { return }
        for kind in ["limits", "reservations"] {
            guard var limits = resources[kind] else { continue }
            for key in ["devices", "generic_resources"] where limits[key] != nil {
                leftOut.insert("reserved \(key)")
                limits[key] = nil
            }
            if limits["cpus"] != nil { limits["cpus"] = .number(0.5) }
            resources[kind] = limits
        }
        deploy["resources"] = resources
        service["deploy"] = deploy
    }

    private mutating func localizeKernel(_ service: inout JSONValue) {
        if let driver = service["logging"]?["driver"]?.text, !["json-file", "local", "none"].contains(driver) {
            leftOut.insert("logging to \(driver)")
            service["logging"] = nil
        }
        if let options = service["security_opt"]?.items {
            let known = options.filter { $0.text?.hasPrefix("no-new-privileges") == true }
            if known.count < options.count { leftOut.insert("security_opt") }
            service["security_opt"] = .list(known)
        }
        if let added = service["cap_add"]?.items, added.contains(.string("ALL")) {
            leftOut.insert("all capabilities")
            service["cap_add"] = nil
        }
        if let others = service["volumes_from"]?.items {
            service["volumes_from"] = .list(others.filter { $0.text?.hasPrefix("container:") == false })
        }
    }

    /// The same port of the container, on free ports of the host.
    private func localizePort(_ original: JSONValue) -> JSONValue {
        guard var port = Optional(original), let published = port["published"]?.text else { return original }
        let ends = published.split(separator: "-").compactMap { UInt16($0) }
        let first = ports.take(ends.count == 2 && ends[1] > ends[0] ? ends[1] - ends[0] + 1 : 1)
        port["published"] = .string(
            ends.count == 2 ? "\(first)-\(first + (ends[1] - ends[0]))" : "\(first)"
        )
        return port
    }

    /// A directory or an empty file in place of what is on the author's host.
    private mutating func localizeMount(_ original: JSONValue) throws -> JSONValue {
        guard original["type"]?.text == "bind", let source = original["source"]?.text else { return original }
        var mount = original
        var isDirectory: ObjCBool = false
        let isFile = FileManager.default.fileExists(atPath: source, isDirectory: &isDirectory) && !isDirectory.boolValue
        let path = directory.appending(path: source.replacing("/", with: "_"))
        if isFile {
            try "".write(to: path, atomically: true, encoding: .utf8)
        } else {
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        }
        mount["source"] = .string(path.path)
        return mount
    }

    // MARK: Networks and volumes

    private mutating func localizeNetwork(_ original: JSONValue, _ name: String) -> JSONValue {
        var network = ownName(original, name)
        if let driver = network["driver"]?.text, driver != "bridge" {
            leftOut.insert("networks of driver \(driver)")
            network["driver"] = nil
            network["driver_opts"] = nil
        }
        return network
    }

    private mutating func localizeVolume(_ original: JSONValue, _ name: String) -> JSONValue {
        var volume = ownName(original, name)
        let isPlain = (volume["driver"]?.text ?? "local") == "local" && volume["driver_opts"]?.entries["device"] == nil
        if !isPlain {
            leftOut.insert("volumes from elsewhere")
            volume["driver"] = nil
            volume["driver_opts"] = nil
        }
        return volume
    }

    /// What is the author's own, or somebody else's, becomes the test's own.
    private mutating func ownName(_ original: JSONValue, _ name: String) -> JSONValue {
        guard case .map = original else { return original }
        var object = original
        if object["external"] == .bool(true) {
            leftOut.insert("external objects")
            object["external"] = nil
        }
        if object["name"] != nil { object["name"] = .string("\(system)-\(name)") }
        return object
    }
}
