package import ManifoldResources

/// A container as the engine reports it, in the normal form of the field table.
///
/// It never changes, and is handed on from stage to stage by reference.
package final class LiveContainer<Text: Hashable & Sendable>: Sendable {
    package let id: String
    /// The name that it has now, without the engine's leading slash.
    package let name: String
    package let address: ResourceAddress
    package let state: ContainerState
    /// Creation time in the engine's own text form, which sorts by time.
    package let created: String
    /// When it was last started, in the same form; empty where it never was.
    package let started: String
    /// Everything the engine reports, whoever supplied it.
    package let fields: Fields<Text>
    /// What its image supplies by itself; nil where the image is gone and nobody can tell any more.
    package let imageDefaults: Fields<Text>?
    /// `sha256:…` of the image that it was made from.
    package let imageID: String
    /// What manifold made it from; nil where the container does not say, or the key to read it is lost.
    package let record: SpecRecord?
    /// Who made it if it was not manifold: `docker compose`.
    package let maker: ContainerMaker
    /// Ids of the networks it is attached to, by name; empty for a container that never ran.
    package let networkIDs: [String: String]
    /// The network that it was made on, by the name that it had: the engine keeps that, whichever networks it is on since.
    package let firstNetwork: String?
    /// Volumes without a name of their own, by the path in the container.
    package let anonymousVolumes: [String: String]
    /// Volumes with a name, for what may be removed when.
    package let volumeNames: Set<String>
    /// Services that this one was made to depend on, from its labels.
    package let dependsOn: Set<String>
    /// Those of them that it was made to wait for until they come to their end: jobs.
    package let awaitsCompletion: Set<String>

    package init(
        id: String,
        name: String,
        address: ResourceAddress,
        state: ContainerState,
        created: String,
        started: String = "",
        fields: Fields<Text>,
        imageDefaults: Fields<Text>?,
        imageID: String,
        record: SpecRecord?,
        maker: ContainerMaker = .manifold,
        networkIDs: [String: String] = [:],
        firstNetwork: String? = nil,
        anonymousVolumes: [String: String] = [:],
        volumeNames: Set<String> = [],
        dependsOn: Set<String> = [],
        awaitsCompletion: Set<String> = []
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.state = state
        self.created = created
        self.started = started
        self.fields = fields
        self.imageDefaults = imageDefaults
        self.imageID = imageID
        self.record = record
        self.maker = maker
        self.networkIDs = networkIDs
        self.firstNetwork = firstNetwork
        self.anonymousVolumes = anonymousVolumes
        self.volumeNames = volumeNames
        self.dependsOn = dependsOn
        self.awaitsCompletion = awaitsCompletion
    }
}

/// Who made a container that is ours.
package enum ContainerMaker: Hashable, Sendable {
    case manifold
    /// Somebody ran `docker compose up`: the container has Compose's labels but not ours.
    case compose
}

/// What a container is doing.
package struct ContainerState: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable {
        case created
        case running
        case paused
        case restarting
        case exited
        case removing
        case dead
    }

    /// Only a running container's health means anything: stopping sets it to unhealthy.
    package enum Health: String, Hashable, Sendable {
        case starting
        case healthy
        case unhealthy
    }

    package let status: Status
    package let health: Health?
    package let exitCode: Int
    /// Whether it was ever started.
    package let hasRun: Bool

    package init(_ status: Status, health: Health? = nil, exitCode: Int = 0, hasRun: Bool = true) {
        self.status = status
        self.health = status == .running ? health : nil
        self.exitCode = exitCode
        self.hasRun = hasRun
    }
}
