import ManifoldResources

extension RestartPolicy {
    /// A policy in the manifest's spelling, which the loader has checked; nil is `no`.
    init?(manifestWord word: String) {
        switch word {
        case "", "no": return nil
        case "always": self = .always
        case "unless-stopped": self = .unlessStopped
        case "on-failure": self = .onFailure(maximumRetries: nil)
        default:
            let prefix = "on-failure:"
            guard word.hasPrefix(prefix), let retries = Int64(word.dropFirst(prefix.count)) else {
                preconditionFailure("a manifest has only restart policies that there are, not \(word)")
            }
            // No retries at all means without end to the engine.
            self = .onFailure(maximumRetries: retries == 0 ? nil : retries)
        }
    }
}
