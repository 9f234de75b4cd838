import ManifoldExecution
import ManifoldPlan
import ManifoldResources

extension SimulatedState {
    /// Starts a container; one that runs already stays as it is.
    mutating func start(_ id: String) throws(OperationFailure) {
        var container = try container(id)
        switch container.status {
        case .running, .restarting: return
        case .paused: throw OperationFailure("cannot start a paused container, try unpause instead")
        case .created, .exited, .removing, .dead: break
        }
        try checkFirstNetwork(of: container)
        for name in container.endpoints.keys.sorted() {
            // One that ran before remembers which network it was on, and does not take another one for it.
            guard let network = networks[name], [nil, network.id].contains(container.endpoints[name]?.networkID) else {
                throw OperationFailure("network \(container.endpoints[name]?.networkID ?? name) not found")
            }
            container.endpoints[name]?.networkID = network.id
        }
        for (network, endpoint) in container.endpoints { try takeAddress(id, on: network, endpoint.spec) }
        for holder in container.namespaceHolders where containers[holder]?.isUp != true {
            throw OperationFailure("cannot join the namespace of container \(holder), which is not running")
        }
        if let port = takenPort(of: container) {
            throw OperationFailure("driver failed programming external connectivity: \(port) is already allocated")
        }
        container.begin(exiting: container.owner.flatMap { script.exits[$0.name] })
        container.started = nextStart()
        containers[id] = container
    }

    /// Restarts what waits to be restarted and would stay up by now.
    mutating func retry() {
        for (id, container) in containers where container.status == .restarting {
            guard let owner = container.owner, script.exits[owner.name] == nil else { continue }
            containers[id]?.begin(exiting: nil)
        }
    }

    mutating func stop(_ id: String) throws(OperationFailure) {
        try change(id) { container in
            if container.isUp { container.end(with: 0) }
        }
    }

    mutating func kill(_ id: String) throws(OperationFailure) {
        try change(id) { container throws(OperationFailure) in
            guard container.isUp else { throw OperationFailure("Container \(container.name) is not running") }
            container.end(with: 137)
        }
    }

    /// Sends a signal on which the process reads its files again.
    mutating func signal(_ id: String) throws(OperationFailure) {
        try change(id) { container throws(OperationFailure) in
            guard container.status == .running else {
                throw OperationFailure("Container \(container.name) is not running")
            }
            container.readFiles = container.files
        }
    }

    mutating func pause(_ id: String) throws(OperationFailure) {
        try change(id) { container throws(OperationFailure) in
            guard container.status == .running else { throw OperationFailure("\(container.name) is not running") }
            container.status = .paused
        }
    }

    mutating func unpause(_ id: String) throws(OperationFailure) {
        try change(id) { container throws(OperationFailure) in
            guard container.status == .paused else { throw OperationFailure("\(container.name) is not paused") }
            container.status = .running
        }
    }

    /// What an observation of a container finds, all waiting done.
    func awaitReady(_ id: String) throws(OperationFailure) {
        let container = try container(id)
        guard container.status == .running else {
            throw OperationFailure("\(container.name) does not stay up", details: ["exit code \(container.exitCode)"])
        }
        guard health(of: container) ?? .healthy == .healthy else {
            throw OperationFailure("\(container.name) did not become healthy in time")
        }
    }

    /// Lets a job that still runs come to its good end.
    mutating func awaitCompleted(_ id: String) throws(OperationFailure) {
        try change(id) { container throws(OperationFailure) in
            if container.status == .running { container.end(with: 0) }
            guard container.status == .exited, container.exitCode == 0 else {
                throw OperationFailure("\(container.name) failed", details: ["exit code \(container.exitCode)"])
            }
        }
    }

    /// What the engine's own check says; nil where it does not check.
    func health(of container: SimulatedContainer) -> ContainerState.Health? {
        container.isChecked ? container.owner.flatMap { script.health[$0.name] } ?? .healthy : nil
    }

    private func takenPort(of container: SimulatedContainer) -> PortBinding? {
        let taken = containers.values.filter { $0.isUp && $0.id != container.id }.flatMap(\.ports)
        return container.ports.sorted { $0.description < $1.description }
            .first { port in taken.contains { $0.collides(with: port) } }
    }
}

extension SimulatedContainer {
    /// Those that have to run for it to start.
    fileprivate var namespaceHolders: [String] {
        (["network_mode", "ipc", "pid"] as [FieldName])
            .compactMap { name in
                if case .word(let word)? = fields[name] { holders[word] } else { nil }
            }
    }

    fileprivate mutating func begin(exiting code: Int?) {
        hasRun = true
        readFiles = files
        restartCount = 0
        exitCode = 0
        guard let code else {
            status = .running
            return
        }
        exitCode = code
        let isRestarted =
            switch fields["restart"] {
            case .word("always"), .word("unless-stopped"): true
            case .word: code != 0
            default: false
            }
        status = isRestarted ? .restarting : .exited
        if isRestarted { restartCount += 1 }
    }

    fileprivate mutating func end(with code: Int) {
        status = .exited
        exitCode = code
    }
}

extension PortBinding {
    /// Whether two running containers cannot have both; ranges and ports that the engine picks never collide.
    fileprivate func collides(with other: PortBinding) -> Bool {
        let everywhere: Set<String> = ["", "0.0.0.0", "::"]
        return UInt16(hostPort) != nil && hostPort == other.hostPort && transport == other.transport
            && (hostAddress == other.hostAddress || everywhere.contains(hostAddress)
                || everywhere.contains(other.hostAddress))
    }
}
