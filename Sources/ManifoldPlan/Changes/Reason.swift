package import ManifoldDiagnostics
package import ManifoldResources

/// One thing that makes a change necessary.
package enum Reason: Hashable, Sendable {
    /// A field differs.
    case field(FieldDifference)
    /// The object does not exist.
    case missing(Absence)
    /// A container does not run although it should; how it is, and whether somebody has to have done it.
    case state(ContainerState)
    /// The reference names another image than the container was made from; both as short ids.
    case imageMoved(from: String, to: String)
    /// A value that the container has from its image becomes another one with the new image.
    case imageSupplies(ImageEffect)
    /// The registry has put another image under the tag than the engine has; both as digests, the first if there is one.
    case tagMoved(from: String?, to: String)
    /// The digest that the registry has under a reference which the engine does not have.
    case registryHas(digest: String)
    /// An image that is built here has no label that says from what, or not one that can be read.
    case inputsUnknown
    /// Files that an image is built from have changed; which ones, as far as its label tells.
    case contentsChanged(FieldPath, files: [String])
    /// Which image the reference means is known only once it is here, and why.
    case knownAfterPull(String)
    /// The network that a container is on was removed and made again.
    case networkRemade(String)
    /// The network that a container was made on is gone, and without it the engine does not start it again.
    case networkLost(String)
    /// Somebody removed the network and made one of the same name, without our labels.
    case remadeByHand
    /// Another change makes this one necessary.
    case because(ResourceAddress, Action)
    /// A container whose namespaces it takes part in was started after it, so it has lost them.
    case holderRestarted(ResourceAddress)
    /// Somebody ran `docker compose up`: the object has Compose's labels but not ours.
    case recreatedByCompose
    /// The manifest no longer has the resource, or asks for fewer instances.
    case leftManifest
    case scaledDown
    /// An earlier apply was interrupted and left the container.
    case leftover
    /// An apply that was interrupted had given the container a waiting name.
    case renamedByApply(String)
    /// The record with the key was lost, so the contents in a container cannot be verified.
    case contentsUnverifiable
    /// The label did not hold what is in the container's files, so it cannot be told whether only contents differ.
    case contentsUnrecorded
    /// New contents ask for a signal, and the container is restarted in its place.
    case notSignalled(String, SignalObstacle)
    /// The whole system is destroyed.
    case destroyRequested
    /// Somebody asked for a new object, whether anything differs or not.
    case requested

    /// Why an object is not there.
    package enum Absence: Hashable, Sendable {
        /// The manifest did not have it at the last apply.
        case new
        /// The last apply had made it: somebody removed it.
        case removedOutside
        /// The last apply did not come to its end.
        case unfinished
        /// An image that the engine does not have yet.
        case notPulled
        /// An image that is built here, and that the engine does not have.
        case notBuilt
    }
}

/// Why a signal would not do what it is sent for, or would do more.
package enum SignalObstacle: Hashable, Sendable {
    /// No process gets to see it.
    case cannotBeHandled
    /// The engine takes it for a stop by hand, after which `unless-stopped` starts the container no more.
    case countsAsStop
    /// No stop signal is set, so the engine takes it for that, and no longer does what the restart policy says.
    case endsRestarts(String)
    /// It is the stop signal, and the engine no longer does what the restart policy says.
    case isStopSignal(String)
}

/// A field that differs between what is wanted and what is there.
package struct FieldDifference: Hashable, Sendable {
    /// Who is behind a difference, as far as the record can tell.
    package enum Cause: Hashable, Sendable {
        /// The manifest says something else than when the object was made.
        case manifestChanged
        /// Somebody changed the object itself.
        case drift
        /// Both.
        case manifestChangedAndDrift
        /// The last apply did not come to its end: it may have left the object so, or somebody changed it.
        case interrupted
        /// There is no record to tell.
        case unknown
    }

    package let path: FieldPath
    /// The live value; nil is none.
    package let before: FieldValue<SealedText>?
    /// The wanted value; nil is none, or the default.
    package let after: FieldValue<SealedText>?
    package let cause: Cause
    package let origin: Origin?
    /// Whether only a new object can have the wanted value.
    package let needsReplacement: Bool
    /// How a content is taken that is written into the object that is there; nil for everything else.
    package let policy: ContentPolicy?

    package init(
        path: FieldPath,
        before: FieldValue<SealedText>?,
        after: FieldValue<SealedText>?,
        cause: Cause,
        origin: Origin?,
        needsReplacement: Bool,
        policy: ContentPolicy? = nil
    ) {
        self.path = path
        self.before = before
        self.after = after
        self.cause = cause
        self.origin = origin
        self.needsReplacement = needsReplacement
        self.policy = policy
    }
}

/// Something to know that is no operation.
package enum Note: Hashable, Sendable {
    /// A volume that the manifest no longer has, or that a destroy spares.
    case volumeKept(ResourceAddress, name: String)
    /// A volume without a name of its own stays when its container goes; the path is where it was.
    case anonymousVolumeKept(ResourceAddress, path: String, name: String)
    /// A service that a profile switches off; its containers are left alone.
    case inactiveService(String, containers: Int)
    /// A container runs but its own check says that it does not work.
    case unhealthy(ResourceAddress)
    /// A container keeps crashing.
    case crashLoop(ResourceAddress)
    /// Labels of a volume differ; they cannot be changed without losing the data.
    case volumeLabelsKept(ResourceAddress, FieldPath)
    /// A volume under our name that somebody else made is used as it is.
    case volumeAdopted(ResourceAddress, name: String)
    /// A volume is another one than the last apply had: that was removed outside with its data, and this one made at a
    /// time in seconds since 1970.
    case volumeRemade(ResourceAddress, name: String, created: Int64)
    /// A volume is made again although the last apply had one: its data was removed outside.
    case volumeLost(ResourceAddress, name: String)
    /// A consent to destroy a volume that is not there, or that the manifest wants.
    case consentUnused(ResourceAddress)
    /// Somebody is applying right now.
    case applyUnderWay(String)
    /// A value that the engine was asked for and dropped, because its host cannot do it.
    case valueDropped(ResourceAddress, FieldPath)
    /// What Compose made becomes part of the system as it is; how many there are of each kind.
    case takenOver(containers: Int, networks: Int, volumes: Int)
    /// A registry was to be asked whether it has another image, and did not answer; the engine's is taken as it is.
    case registryUnanswered(ResourceAddress, String)
    /// A network stays because containers that are left alone are on it.
    case networkKept(ResourceAddress)
}
