import ManifoldDiagnostics
import ManifoldGraph
import ManifoldResources

/// Lowers decisions to steps, which wait only for what correctness needs, so that independent work runs side by side.
///
/// The order of the passes is the order of the numbers: first goes what is in the way, then networks, volumes and images
/// are made, then every new container is prepared while the old ones still serve; only then one after the other, in the
/// order of the needs, the old is stopped and the new started. What nobody uses any more goes last.
struct Lowering {
    let facts: SealedFacts
    let networks: [NetworkDecision]
    let volumes: [VolumeDecision]
    let images: [ImageDecision]
    let containers: [ContainerDecision]
    let decisions: [ResourceAddress: ContainerDecision]
    let sharers: [ResourceAddress: [ResourceAddress]]
    let addressHolders: AddressHolders
    let lostNetworks: LostNetworks

    var steps = StepList()

    /// The step that makes a network, by engine name.
    var networkSteps: [String: Step.ID] = [:]
    /// The step that takes a container off a network that goes early, or that it has to leave before its turn.
    var detachSteps: [Attachment: Step.ID] = [:]
    /// Networks that have left the manifest and go early: their names, by id.
    var vacatedNetworks: [String: String] = [:]
    var volumeSteps: [String: Step.ID] = [:]
    var imageSteps: [String: Step.ID] = [:]
    /// New containers that wait for their start.
    var prepared: [ResourceAddress: Prepared] = [:]
    /// The step that stops a container, by its id.
    var stopSteps: [String: Step.ID] = [:]
    /// The step that stops a container which waits for its next attempt, before it leaves a network, by its id.
    var haltSteps: [String: Step.ID] = [:]
    /// The last step of containers that go, by id: what they used can go behind it.
    var removalSteps: [String: Step.ID] = [:]
    /// The step after which nobody holds a container's name any more, by name.
    var nameReleases: [String: Step.ID] = [:]
    /// Containers that were given a waiting name early, by id.
    var vacated: Set<String> = []
    /// Who lets go of what only one can have.
    var releases: [Claim: [Release]] = [:]
    /// The instance whose old container has what only one can have, where it is replaced.
    var replacedHolders: [Claim: ResourceAddress] = [:]
    var started: [ResourceAddress: Step.ID] = [:]
    var ready: [ResourceAddress: Step.ID] = [:]
    /// The step after which the last instance of a service is accepted that was replaced, or restarted for new contents.
    var lastRenewed: [ResourceAddress: Step.ID] = [:]
    var superseded: [Superseded] = []
    var waitingEndpoints: [WaitingEndpoint] = []

    /// A container's place on a network.
    struct Attachment: Hashable {
        let container: String
        let network: String
    }

    /// A container that was created and is not started yet.
    struct Prepared {
        let target: Step.Target
        let steps: Set<Step.ID>
    }

    /// A container whose successor is accepted, but which others need to come back if they have to.
    struct Superseded {
        let id: ResourceAddress
        let live: LiveContainer<SealedText>
        let target: Step.Target
    }

    /// A place on a network that a running container gets when others are accepted without it.
    struct WaitingEndpoint {
        let decision: ContainerDecision
        let live: LiveContainer<SealedText>
        let network: String
    }

    struct Release {
        let address: ResourceAddress
        let step: Step.ID
    }

    init(
        facts: SealedFacts,
        networks: [NetworkDecision],
        volumes: [VolumeDecision],
        images: [ImageDecision],
        containers: [ContainerDecision],
        lostNetworks: LostNetworks
    ) {
        self.lostNetworks = lostNetworks
        self.facts = facts
        self.networks = networks
        self.volumes = volumes
        self.images = images
        self.containers = containers
        decisions = Dictionary(uniqueKeysWithValues: containers.map { ($0.desired.id, $0) })
        sharers = Self.sharers(containers, decisions)
        addressHolders = AddressHolders(facts)
        // Create, a file or a further network, start, and wait: few have more.
        steps.reserve(5 * containers.count(where: \.makesContainer))
    }

    mutating func lower(_ departures: Departures) {
        lowerDepartures(departures.containers)
        for container in containers { lowerObstructingLeftovers(container) }
        vacateNames()
        lowerNetworks(departures.networks)
        for volume in volumes where volume.isCreated {
            volumeSteps[volume.desired.name] = steps.add(
                volume.desired.id,
                .createVolume(volume.desired.id, name: volume.desired.name)
            )
        }
        lowerImages()
        groupSharers()
        for container in containers { prepare(container) }
        lowerStopsOfSharers()
        lowerEarlyReleases()
        for container in containers { roll(container) }
        lowerWaitingEndpoints()
        removeSuperseded()
        lowerDepartures(departures.networks)
        lowerDepartures(departures.volumes)
        for volume in departures.strayVolumes { _ = steps.add(volume.address, .removeVolume(name: volume.name)) }
    }
}

extension ContainerDecision {
    /// Whether a new container comes of it.
    var makesContainer: Bool { live == nil ? !isDone : isReplaced }

    /// Whether a container's process is begun in the course of it.
    var startsContainer: Bool { makesContainer || isStarted || isRestarted }

    /// What is waited for until the instance counts as being as wanted.
    func acceptance(of target: Step.Target) -> Step.Operation {
        desired.goal == .completed ? .awaitCompleted(target) : .awaitReady(target)
    }
}
