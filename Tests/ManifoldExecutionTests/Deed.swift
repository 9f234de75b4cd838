import ManifoldPlan
import ManifoldResources
import ManifoldSimulation

/// What a person does to one container.
enum Deed: CaseIterable {
    case stop, kill, pause, rename, remove, update, disconnect, connect, composeUp

    /// Whether the container itself can be mended.
    var keepsContainer: Bool { self != .remove && self != .composeUp }

    /// Does it; returns false where it makes no difference to that container.
    func done(to live: LiveContainer<FreeText>, in engine: SimulatedEngine) throws -> Bool {
        let isRunning = live.state.status == .running
        switch self {
        case .stop where isRunning: try engine.stop(live.name)
        case .kill where isRunning: try engine.kill(live.name)
        case .pause where isRunning: try engine.pause(live.name)
        case .stop, .kill, .pause: return false
        case .rename: try engine.rename(live.name, to: "\(live.name)-renamed")
        case .remove: try engine.remove(live.name)
        case .update:
            var update = ContainerUpdate()
            update.pids = 7
            try engine.update(live.name, update)
        case .disconnect:
            guard let network = live.networkIDs.keys.sorted().first else { return false }
            try engine.disconnect(live.name, from: network)
        case .connect: try engine.connect(live.name, to: "elsewhere")
        case .composeUp: try engine.recreateByCompose(live.name)
        }
        return true
    }
}
