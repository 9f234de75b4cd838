package import ManifoldResources

/// Everything that planning needs to know of the engine, read once: the planner itself asks nobody.
///
/// `Text` is `FreeText` as read and `SealedText` once sealed; the planner takes only the latter.
package struct Facts<Text: Hashable & Sendable>: Sendable {
    package var engine: EngineFacts
    /// Networks that are ours, and those that the graph names as external.
    package var networks: [LiveNetwork<Text>] = []
    package var volumes: [LiveVolume<Text>] = []
    /// Containers that are ours.
    package var containers: [LiveContainer<Text>] = []
    /// Images that are present, by the normal form of the reference that the graph uses.
    package var images: [String: ImageFacts<Text>] = [:]
    /// What is in the files that images are built from, by reference.
    package var builds: [String: BuildFacts<Text>] = [:]
    package var builder = Builder.engine
    /// What registries say of the references that they were asked about.
    package var registry: [String: RegistryAnswer] = [:]
    /// Images that a registry has put under a reference and that the engine has too, under that reference.
    package var successors: [String: ImageFacts<Text>] = [:]
    /// Volumes for configs and secrets whose container is gone.
    package var strayFileVolumes: [StrayVolume] = []
    /// Objects of other owners that hold a name we want.
    package var foreign: [ForeignObject] = []
    /// Ports and addresses that others have.
    package var heldPorts: [HeldPort] = []
    package var heldSubnets: [HeldSubnet] = []
    /// Networks that containers of ours were made on and that the engine has no more, by name.
    package var lostNetworks: Set<String> = []
    /// Ids of the containers of others whose namespaces or volumes the graph shares, by the name it uses.
    package var outsiders: [String: String] = [:]
    /// Paths that containers are to have and the engine's host surely does not have; empty where nobody can tell.
    package var missingHostPaths: Set<String> = []
    package var revision: RevisionFacts?

    package init(engine: EngineFacts) {
        self.engine = engine
    }
}

package typealias OpenFacts = Facts<FreeText>
package typealias SealedFacts = Facts<SealedText>

/// Which engine answered.
package struct EngineFacts: Hashable, Sendable {
    /// The negotiated API version, such as `1.41`.
    package let apiVersion: String
    /// The engine's own version, such as `20.10.24`.
    package let version: String

    package init(apiVersion: String, version: String) {
        self.apiVersion = apiVersion
        self.version = version
    }
}

/// A volume that only held the configs and secrets of one container, and outlived it.
package struct StrayVolume: Hashable, Sendable {
    package let name: String
    /// The instance that it was made for.
    package let address: ResourceAddress

    package init(name: String, address: ResourceAddress) {
        self.name = name
        self.address = address
    }
}

/// An object that is not ours but holds a name that the graph wants.
package struct ForeignObject: Hashable, Sendable {
    package let kind: ResourceAddress.Kind
    package let name: String
    package let id: String
    /// Who it seems to belong to, in words: `Compose project "blog"`; nil where nothing tells.
    package let owner: String?
    /// Whether it is of the Compose project that has the system's name, so that it can be taken over.
    package let isAdoptable: Bool

    package init(kind: ResourceAddress.Kind, name: String, id: String, owner: String?, isAdoptable: Bool = false) {
        self.kind = kind
        self.name = name
        self.id = id
        self.owner = owner
        self.isAdoptable = isAdoptable
    }
}

/// What the revision record says that planning needs.
package struct RevisionFacts: Hashable, Sendable {
    /// Addresses that the last apply meant to be there.
    package var members: Set<ResourceAddress>
    /// Whether that apply came to its end.
    package var isFinished: Bool
    /// Whether the record is a single one, as the end of every apply leaves it.
    package var isTidy: Bool
    /// Fields changed in place since a container was made, by container id; a nil value was cleared.
    package var inPlace: [String: [FieldName: FieldValue<SealedText>?]]
    /// Containers that came to their own good end and are not to be started again.
    package var completed: Set<String>
    /// Jobs that came to their good end, with what they were made from.
    package var jobs: [ResourceAddress: JobRun]
    /// Containers that Compose made and that were taken over as they are.
    package var adopted: Set<String>
    /// Ids of the networks remade by hand that the last apply was to replace.
    package var remadeNetworks: Set<String>
    /// When volumes were made that the last apply had, in seconds since 1970, where that tells one from another.
    package var volumes: [ResourceAddress: Int64]
    /// The repository or directory that the system was last applied from.
    package var source: String?
    /// Who is applying right now, in words; nil where nobody is.
    package var holder: String?

    package init(
        members: Set<ResourceAddress> = [],
        isFinished: Bool = true,
        isTidy: Bool = true,
        inPlace: [String: [FieldName: FieldValue<SealedText>?]] = [:],
        completed: Set<String> = [],
        jobs: [ResourceAddress: JobRun] = [:],
        adopted: Set<String> = [],
        remadeNetworks: Set<String> = [],
        volumes: [ResourceAddress: Int64] = [:],
        source: String? = nil,
        holder: String? = nil
    ) {
        self.members = members
        self.isFinished = isFinished
        self.isTidy = isTidy
        self.inPlace = inPlace
        self.completed = completed
        self.jobs = jobs
        self.adopted = adopted
        self.remadeNetworks = remadeNetworks
        self.volumes = volumes
        self.source = source
        self.holder = holder
    }

    /// Whether a network of nobody under the name of one of ours was made in its place.
    ///
    /// The last apply had ours, or was about to replace this very one. After an apply without an end nobody else can tell
    /// that there ever was one of ours.
    package func isRemade(_ address: ResourceAddress, id: String) -> Bool {
        isFinished && members.contains(address) || remadeNetworks.contains(id)
    }
}
