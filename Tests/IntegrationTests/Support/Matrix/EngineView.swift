import Foundation

/// What the engine says of a container, without what is new in every container and at every start: two views are equal
/// where a person would call the containers the same.
struct EngineView: Equatable {
    let id: String
    let started: String
    /// Everything else, one line for each value.
    let lines: Set<String>

    /// Reads the answer to `docker inspect`: views by address.
    static func all(in json: String) throws -> [String: EngineView] {
        guard let containers = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]] else {
            return [:]
        }
        let addressed = containers.map { container in
            let config = container["Config"] as? [String: Any] ?? [:]
            let labels = config["Labels"] as? [String: String] ?? [:]
            return (address: labels["io.manifold.address"] ?? "", container: container, config: config)
        }
        let holders = addressed.reduce(into: [:]) { $0["container:\($1.container["Id"] ?? "")"] = $1.address }
        return addressed.reduce(into: [:]) { $0[$1.address] = EngineView($1.container, $1.config, holders) }
    }

    private init(_ container: [String: Any], _ config: [String: Any], _ holders: [String: String]) {
        let state = container["State"] as? [String: Any] ?? [:]
        let id = container["Id"] as? String ?? ""
        self.id = id
        started = state["StartedAt"] as? String ?? ""
        let own = [String(id.prefix(12)), config["Hostname"] as? String ?? ""]
        let networks = (container["NetworkSettings"] as? [String: Any])?["Networks"] as? [String: [String: Any]] ?? [:]
        let parts: [String: Any] = [
            "Name": container["Name"] ?? "", "Image": container["Image"] ?? "", "Status": state["Status"] ?? "",
            "Config": config.filter { $0.key != "Hostname" || $0.value as? String != own[0] },
            "HostConfig": container["HostConfig"] ?? [:],
            "Mounts": (container["Mounts"] as? [[String: Any]] ?? [])
                .reduce(into: [String: Any]()) { mounts, mount in
                    mounts[mount["Destination"] as? String ?? ""] = mount
                },
            "Networks": networks.mapValues { network in
                var asked = network.filter { ["IPAMConfig", "Links", "DriverOpts"].contains($0.key) }
                asked["Aliases"] = Set(network["Aliases"] as? [String] ?? []).subtracting(own).sorted()
                return asked.merging(["Joined": "yes"]) { $1 }
            },
        ]
        var lines: Set<String> = []
        Self.add(parts, at: "", to: &lines)
        self.lines = Set(lines.map { line in holders.reduce(line) { $0.replacing($1.key, with: $1.value) } })
    }

    /// Values that say nothing are left out: the engine spells "no limit" in several ways, depending on what was before.
    private static func add(_ value: Any, at path: String, to lines: inout Set<String>) {
        switch value {
        case let map as [String: Any]: for (key, value) in map { add(value, at: "\(path)/\(key)", to: &lines) }
        case let list as [Any]:
            for (index, value) in list.enumerated() { add(value, at: "\(path)/\(index)", to: &lines) }
        default:
            let text = "\(value)"
            let isKernelDefault = path.hasSuffix("/CpuShares") && text == "1024"
            guard !["", "0", "-1", "<null>", "no"].contains(text), !isKernelDefault else { return }
            lines.insert("\(path) = \(text)")
        }
    }
}
