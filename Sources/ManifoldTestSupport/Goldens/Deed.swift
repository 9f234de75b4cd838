import ManifoldExecution
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation

/// One line of a golden case's `drift.txt`: what somebody did to the engine, much as the docker command would say it.
struct Deed {
    let words: [String]

    /// A line that says nothing known.
    struct Unknown: Error {
        let line: String
    }

    init(_ line: Substring) {
        words = line.split(separator: " ").map { String($0) }
    }

    func perform(on engine: SimulatedEngine) throws {
        let unknown = Unknown(line: words.joined(separator: " "))
        guard let verb = words.first, words.count > 1 else { throw unknown }
        let name = words[1]
        let other = words.count > 2 ? words[2] : nil
        switch (verb, other) {
        case ("stop", nil): try engine.stop(name)
        case ("kill", nil): try engine.kill(name)
        case ("pause", nil): try engine.pause(name)
        case ("remove", nil): try engine.remove(name)
        case ("rename", let other?): try engine.rename(name, to: other)
        case ("disconnect", let network?): try engine.disconnect(name, from: network)
        case ("connect", let network?): try engine.connect(name, to: network)
        case ("update", _?): try engine.update(name, try update(words.dropFirst(2), unknown))
        case ("compose-up", nil): try engine.recreateByCompose(name)
        case ("compose-project", nil): try engine.becomeComposeProject()
        case ("remove-volume", nil): try engine.removeVolume(name)
        case ("remake-network", _): try engine.remakeNetwork(name, rejoining: Set(words.dropFirst(2)))
        case ("foreign-network", nil): try engine.createForeignNetwork(name)
        case ("foreign-container", let image?):
            var spec = ContainerSpec()
            spec.image = image
            for port in words.dropFirst(3) {
                spec.ports.insert(PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: port))
            }
            try engine.runForeign(name, spec)
        case ("retag", _): try engine.moveImage(name, changing: try supplied(words.dropFirst(2), unknown))
        case ("publish", nil): try engine.publish(name)
        case ("builder", nil): try engine.script { $0.builder = Builder(rawValue: name) ?? .engine }
        case ("unreadable-context", let problem?): try engine.script { $0.contextProblems[name] = problem }
        case ("edit-context", nil): try engine.editContext(of: name)
        case ("missing-path", nil): try engine.script { $0.missingHostPaths.insert(name) }
        case ("silent-registry", nil): try engine.script { $0.silentRegistries.insert(name) }
        default: throw unknown
        }
    }

    /// What an image supplies: `user=1000`, and variables by their names in capitals.
    private func supplied(_ settings: ArraySlice<String>, _ unknown: Unknown) throws -> OpenFields {
        var fields: OpenFields = [:]
        var variables: [String: FieldValue<FreeText>] = [:]
        for setting in settings {
            let parts = setting.split(separator: "=").map { String($0) }
            guard parts.count == 2 else { throw unknown }
            if parts[0] == "user" {
                fields["user"] = .word(parts[1])
            } else if parts[0] == parts[0].uppercased() {
                variables[parts[0]] = .text(FreeText(parts[1], isShowable: false))
            } else {
                throw unknown
            }
        }
        fields["environment"] = variables.isEmpty ? nil : .map(variables)
        return fields
    }

    private func update(_ settings: ArraySlice<String>, _ unknown: Unknown) throws -> ContainerUpdate {
        var update = ContainerUpdate()
        for setting in settings {
            let parts = setting.split(separator: "=").map { String($0) }
            guard parts.count == 2 else { throw unknown }
            switch parts[0] {
            case "memory": update.memory = Int64(parts[1])
            case "memory-swap": update.memorySwap = Int64(parts[1])
            case "nano-cpus": update.nanoCPUs = Int64(parts[1])
            case "pids-limit": update.pids = Int64(parts[1])
            case "restart": update.restart = parts[1]
            default: throw unknown
            }
        }
        return update
    }
}
