package import ManifoldResources

extension Step {
    /// What a step does.
    ///
    /// Where a call needs a spec, it is named by address: the values, which can be secret, stay in the store of the one
    /// who performs it.
    package enum Operation: Hashable, Sendable {
        /// Fetches an image, which has to be the one of the digest where one is given.
        case pullImage(ResourceAddress, reference: String, digest: String?)
        /// Makes an image from its context.
        case buildImage(ResourceAddress, reference: String)
        case createNetwork(ResourceAddress, name: String)
        case removeNetwork(id: String, name: String)
        case createVolume(ResourceAddress, name: String)
        case removeVolume(name: String)
        /// Makes a container, not started, on its first network; `carrying` are anonymous volumes of its predecessor by
        /// path, `sharing` the containers whose namespaces or volumes it takes part in.
        case createContainer(
            ResourceAddress,
            name: String,
            carrying: [String: String],
            sharing: [NamespaceMode: Target] = [:]
        )
        /// Writes the contents of configs and secrets into a container.
        case putFiles(ResourceAddress, Target)
        /// Writes the contents of some of them anew into a container that has them, running or not.
        case rewriteFiles(ResourceAddress, Target, paths: [String])
        /// Joins a network with the whole endpoint configuration of the container's spec.
        case connect(ResourceAddress, Target, network: String)
        case disconnect(Target, network: String)
        case start(Target)
        /// Stops with the container's own signal and grace period.
        case stop(Target)
        case unpause(Target)
        /// Sends a signal, by its name, to the first process of a running container.
        case signal(Target, String)
        case rename(Target, to: String)
        case update(Target, ContainerUpdate)
        /// Removes a container, never its volumes; a running one is killed.
        case remove(Target)
        /// Waits until a container is healthy, or, where it has no health check, runs steadily.
        case awaitReady(Target)
        /// Waits until a job has exited with 0.
        case awaitCompleted(Target)
    }
}

/// What an update in place sets; nil leaves a value as it is.
package struct ContainerUpdate: Hashable, Sendable {
    /// Bytes; always sent together with `memorySwap`, because the engine does not adjust one to the other.
    package var memory: Int64?
    package var memorySwap: Int64?
    /// Bytes; -1 lifts it.
    package var memoryReservation: Int64?
    package var nanoCPUs: Int64?
    package var cpuShares: Int64?
    package var cpuPeriod: Int64?
    /// -1 lifts it.
    package var cpuQuota: Int64?
    package var realtimePeriod: Int64?
    package var realtimeRuntime: Int64?
    package var processors: String?
    package var blockIOWeight: Int64?
    /// 0 lifts the limit.
    package var pids: Int64?
    /// The policy in the manifest's spelling, `no` for none.
    package var restart: String?

    package init() {}
}
