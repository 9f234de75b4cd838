import ManifoldResources

/// New contents of configs and secrets for a container that stays, and what its process is told of them.
struct ContentChange {
    /// The files that are written anew, sorted.
    let paths: [String]
    /// Whether one of them asks for a restart, which every content is read after.
    let asksForRestart: Bool
    /// The signals that the others ask for, each once.
    let signals: [String]

    /// Nil where none of the differences is a content that can be written into the container that is there.
    init?(_ differences: [FieldDifference]) {
        var policies: [String: ContentPolicy] = [:]
        for difference in differences {
            guard let policy = difference.policy, let path = difference.path.entry else { continue }
            policies[path] = policy
        }
        guard !policies.isEmpty else { return nil }
        paths = policies.keys.sorted()
        asksForRestart = policies.values.contains(.restart)
        signals = Set(policies.values.compactMap(\.signal)).sorted()
    }
}

extension ContainerDecision {
    /// Signals that the container's process is sent; one that is begun anew has nothing to be told.
    var signals: [String] {
        guard let contents, let status = live?.state.status, status == .running || status == .paused, !isRestarted
        else {
            return []
        }
        return contents.signals
    }

    /// Whether the container is restarted for its own contents, so that other instances of its service wait for it.
    var isRestartedForContents: Bool {
        guard let contents, isRestarted, !isReplaced else { return false }
        return contents.asksForRestart || !contents.signals.isEmpty
    }

    /// Restarts a container that goes on where its new contents ask for it; one that does not run reads them when it starts.
    mutating func followContents() {
        guard let contents, let live else { return }
        switch live.state.status {
        case .running, .paused:
            isRestarted = isRestarted || contents.asksForRestart
            guard !isRestarted else { return }
            for signal in contents.signals {
                guard let obstacle = desired.obstacle(to: signal, stoppedBy: live.fields["stop_signal"]) else {
                    continue
                }
                isRestarted = true
                return reasons.append(.notSignalled(signal, obstacle))
            }
        // Between two attempts there is nobody to hear a signal, and the next one may have begun before the file was written.
        case .restarting: isRestarted = isRestarted || contents.asksForRestart || !contents.signals.isEmpty
        case .created, .exited, .removing, .dead: return
        }
    }
}

extension DesiredResource {
    /// Why a running container with a stop signal, or without one, cannot be sent a signal that it asks for; nil where it
    /// can.
    ///
    /// To the engine each signal that it sends is a stop by hand, which `unless-stopped` remembers. Where the container has
    /// no stop signal, or it is this one, it also gives up restarting it at all (moby, `daemon/kill.go`; measured on 20.10).
    func obstacle(to signal: String, stoppedBy stopSignal: FieldValue<SealedText>?) -> SignalObstacle? {
        if ["SIGKILL", "SIGSTOP"].contains(signal) { return .cannotBeHandled }
        guard let policy = fields["restart"]?.wordText, policy != "no" else { return nil }
        if policy == "unless-stopped" { return .countsAsStop }
        switch stopSignal?.wordText {
        case nil: return .endsRestarts(policy)
        case signal: return .isStopSignal(policy)
        default: return nil
        }
    }
}

extension ContentPolicy {
    /// The signal that it asks for.
    var signal: String? {
        if case .signal(let name) = self { name } else { nil }
    }
}
