import ManifoldPlan
import ManifoldResources

/// What a step does, in words: as an order before it is carried out, as a fact after.
struct StepWords {
    /// Whether objects that an earlier step makes are marked with that step's number.
    var marksCreators = false

    /// The order, such as `start shop-web-1`.
    func order(_ operation: Step.Operation) -> String {
        let words = words(for: operation)
        return "\(words.order) \(words.object)"
    }

    /// The fact, such as `started shop-web-1`.
    func fact(_ operation: Step.Operation) -> String {
        let words = words(for: operation)
        return "\(words.fact) \(words.object)"
    }

    /// What did not come about, such as `could not start shop-web-1`.
    func failure(_ operation: Step.Operation) -> String {
        switch operation {
        case .awaitReady(let target): "did not become ready: \(name(target))"
        case .awaitCompleted(let target): "did not complete: \(name(target))"
        default: "could not \(order(operation))"
        }
    }

    private func words(for operation: Step.Operation) -> (order: String, fact: String, object: String) {
        switch operation {
        case .pullImage(_, let reference, let digest):
            ("pull", "pulled", AnsiSafe.line(reference) + (digest.map { " (\(ImageIDText.short($0)))" } ?? ""))
        case .buildImage(_, let reference): ("build", "built", AnsiSafe.line(reference))
        case .createNetwork(_, let name): ("create network", "created network", AnsiSafe.line(name))
        case .removeNetwork(_, let name): ("remove network", "removed network", AnsiSafe.line(name))
        case .createVolume(_, let name): ("create volume", "created volume", AnsiSafe.line(name))
        case .removeVolume(let name): ("remove volume", "removed volume", AnsiSafe.line(name))
        case .createContainer(_, let name, let carrying, let sharing):
            ("create", "created", AnsiSafe.line(name) + carried(carrying) + shared(sharing))
        case .putFiles(_, let target): ("put files into", "put files into", name(target))
        case .rewriteFiles(_, let target, let paths):
            ("rewrite", "rewrote", "\(paths.map { AnsiSafe.line($0) }.joined(separator: ", ")) in \(name(target))")
        case .connect(_, let target, let network):
            ("connect", "connected", "\(name(target)) to \(AnsiSafe.line(network))")
        case .disconnect(let target, let network):
            ("disconnect", "disconnected", "\(name(target)) from \(AnsiSafe.line(network))")
        case .start(let target): ("start", "started", name(target))
        case .stop(let target): ("stop", "stopped", name(target))
        case .unpause(let target): ("unpause", "unpaused", name(target))
        case .signal(let target, let signal): ("send", "sent", "\(AnsiSafe.line(signal)) to \(name(target))")
        case .rename(let target, let to): ("rename", "renamed", "\(name(target)) to \(AnsiSafe.line(to))")
        case .update(let target, let update): ("update", "updated", "\(name(target)): \(values(of: update))")
        case .remove(let target): ("remove", "removed", name(target))
        case .awaitReady(let target): ("wait until ready:", "ready:", name(target))
        case .awaitCompleted(let target): ("wait until completed:", "completed:", name(target))
        }
    }

    private func name(_ target: Step.Target) -> String {
        let name = AnsiSafe.line(target.name)
        guard marksCreators, case .created(let creator, _) = target else { return name }
        return "\(name)@\(creator)"
    }

    private func carried(_ volumes: [String: String]) -> String {
        guard !volumes.isEmpty else { return "" }
        let list = volumes.sorted { $0.key < $1.key }
            .map { "\(AnsiSafe.line($0.key)) from \(AnsiSafe.line(shortened($0.value)))" }
        return ", carrying \(list.joined(separator: ", "))"
    }

    private func shared(_ holders: [NamespaceMode: Step.Target]) -> String {
        guard !holders.isEmpty else { return "" }
        return ", sharing with \(holders.values.map { name($0) }.sorted().joined(separator: ", "))"
    }

    /// An anonymous volume's name is 64 hexadecimal digits; twelve tell it apart, as in `docker ps`.
    private func shortened(_ volume: String) -> String {
        volume.utf8.count == 64 && volume.allSatisfy(\.isHexDigit) ? String(volume.prefix(12)) : volume
    }

    private func values(of update: ContainerUpdate) -> String {
        var values: [String] = []
        if let memory = update.memory { values.append("memory \(FieldUnits.bytes(memory))") }
        if let swap = update.memorySwap {
            values.append("memory with swap \(swap < 0 ? "unlimited" : FieldUnits.bytes(swap))")
        }
        if let reservation = update.memoryReservation {
            values.append("reserved memory \(reservation < 0 ? "none" : FieldUnits.bytes(reservation))")
        }
        if let cpus = update.nanoCPUs { values.append("cpus \(FieldUnits.processors(nano: cpus))") }
        if let shares = update.cpuShares { values.append("cpu shares \(shares)") }
        if let period = update.cpuPeriod { values.append("cpu period \(period)") }
        if let quota = update.cpuQuota { values.append("cpu quota \(quota < 0 ? "none" : "\(quota)")") }
        if let period = update.realtimePeriod { values.append("real-time period \(period)") }
        if let runtime = update.realtimeRuntime { values.append("real-time runtime \(runtime)") }
        if let processors = update.processors { values.append("cpuset \(AnsiSafe.line(processors))") }
        if let weight = update.blockIOWeight { values.append("block I/O weight \(weight)") }
        if let pids = update.pids { values.append("pids \(pids > 0 ? "\(pids)" : "unlimited")") }
        if let restart = update.restart { values.append("restart \(AnsiSafe.line(restart))") }
        return values.isEmpty ? "nothing" : values.joined(separator: ", ")
    }
}
