package import ManifoldPlan

extension Step.Operation {
    /// The operation as a line of the journal: a verb and names.
    package var journalLine: String {
        switch self {
        case .pullImage(_, let reference, _): "pull \(reference)"
        case .buildImage(_, let reference): "build \(reference)"
        case .createNetwork(_, let name): "create network \(name)"
        case .removeNetwork(_, let name): "remove network \(name)"
        case .createVolume(_, let name): "create volume \(name)"
        case .removeVolume(let name): "remove volume \(name)"
        case .createContainer(_, let name, _, _): "create \(name)"
        case .putFiles(_, let target): "put files \(target.name)"
        case .rewriteFiles(_, let target, let paths): "rewrite \(paths.joined(separator: ", ")) in \(target.name)"
        case .connect(_, let target, let network): "connect \(target.name) to \(network)"
        case .disconnect(let target, let network): "disconnect \(target.name) from \(network)"
        case .start(let target): "start \(target.name)"
        case .stop(let target): "stop \(target.name)"
        case .unpause(let target): "unpause \(target.name)"
        case .signal(let target, let name): "send \(name) to \(target.name)"
        case .rename(let target, let name): "rename \(target.name) to \(name)"
        case .update(let target, _): "update \(target.name)"
        case .remove(let target): "remove \(target.name)"
        case .awaitReady(let target): "await \(target.name) ready"
        case .awaitCompleted(let target): "await \(target.name) completed"
        }
    }
}
