import ManifoldPlan

/// Why a container is not sent a signal that its manifest asks for.
enum SignalObstacleText {
    static func text(of obstacle: SignalObstacle) -> String {
        switch obstacle {
        case .cannotBeHandled: "no process can handle it"
        case .countsAsStop: "the engine takes a signal for a stop, and `restart: unless-stopped` would no longer hold"
        case .endsRestarts(let policy):
            "without a `stop_signal` the engine takes it for a stop, and `restart: \(policy)` would no longer hold"
        case .isStopSignal(let policy): "it is the `stop_signal`, after which `restart: \(policy)` would no longer hold"
        }
    }
}
