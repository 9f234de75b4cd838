import ManifoldPlan

extension Step.Operation {
    /// Whether the operation only watches: it changes nothing and may last long.
    var isObservation: Bool {
        switch self {
        case .awaitReady, .awaitCompleted: true
        case .pullImage, .buildImage, .createNetwork, .removeNetwork, .createVolume, .removeVolume, .createContainer,
            .putFiles, .rewriteFiles, .connect, .disconnect, .start, .stop, .unpause, .signal, .rename, .update,
            .remove:
            false
        }
    }

    /// Whether the operation does away with something that nothing brings back.
    var isRemoval: Bool {
        switch self {
        case .remove, .removeNetwork, .removeVolume: true
        case .pullImage, .buildImage, .createNetwork, .createVolume, .createContainer, .putFiles, .rewriteFiles,
            .connect, .disconnect, .start, .stop, .unpause, .signal, .rename, .update, .awaitReady, .awaitCompleted:
            false
        }
    }
}
