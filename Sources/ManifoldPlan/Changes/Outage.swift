import ManifoldResources

/// What users are without while a running container is stopped, and for how long.
package struct Outage: Hashable, Sendable {
    /// What the engine waits before it kills a container, where nobody says otherwise.
    package static let defaultGrace: Int64 = 10_000_000_000

    /// Published ports as the host has them: `8080/tcp`, `127.0.0.1:8001-8005/tcp`.
    package let ports: [String]
    /// How long the container may take to stop at most, in nanoseconds; negative is without limit.
    ///
    /// What comes after it takes as long as it takes to start.
    package let grace: Int64
    /// Whether nothing comes after it.
    package let isForGood: Bool
    /// Whether other instances of the service serve all the while.
    package let isCovered: Bool

    package init(
        ports: [String],
        grace: Int64 = Outage.defaultGrace,
        isForGood: Bool = false,
        isCovered: Bool = false
    ) {
        self.ports = ports
        self.grace = grace
        self.isForGood = isForGood
        self.isCovered = isCovered
    }

    /// What goes with a container that is stopped.
    init(of live: LiveContainer<SealedText>, isForGood: Bool = false, isCovered: Bool = false) {
        self.init(
            ports: live.fields.publishedPlaces,
            grace: live.fields["stop_grace_period"]?.quantity ?? Self.defaultGrace,
            isForGood: isForGood,
            isCovered: isCovered
        )
    }

    /// How much users notice of it.
    var disruption: Disruption {
        if isForGood { return isCovered && ports.isEmpty ? .connectionsDrop : .downtime }
        return isCovered || ports.isEmpty ? .restart : .downtime
    }
}
