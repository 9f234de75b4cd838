import ManifoldGraph
import ManifoldResources

/// What is to become of one instance of a service, before it is lowered to steps.
struct ContainerDecision {
    let desired: DesiredResource
    /// The container that goes on, is changed or is replaced; nil where there is none.
    let live: LiveContainer<SealedText>?
    /// Further containers of the address, which go.
    let leftovers: [LiveContainer<SealedText>]
    var reasons: [Reason] = []
    /// What the engine was asked for and has dropped.
    var dropped: [FieldPath] = []
    var update: ContainerUpdate?
    /// Contents that the container gets where it is.
    var contents: ContentChange?
    /// Networks to leave, and to join with the whole endpoint configuration.
    var disconnects: Set<String> = []
    var connects: Set<String> = []
    /// Whether it is a job that has run already and whose container is gone.
    var isDone = false
    var isReplaced = false
    var isRenamed = false
    var isStarted = false
    var isUnpaused = false
    var isRestarted = false

    /// What the change is called, in the order in which it is carried out; empty where nothing is to be done.
    var actions: [Action] {
        guard live != nil else { return isDone ? [] : [desired.goal == .completed ? .run : .create] }
        if isReplaced { return [.replace] }
        var actions: [Action] = []
        if isRenamed { actions.append(.rename) }
        if update != nil || contents != nil { actions.append(.update) }
        if !connects.isEmpty || !disconnects.isEmpty { actions.append(.reconnect) }
        if isUnpaused { actions.append(.unpause) }
        if isStarted { actions.append(desired.goal == .completed ? .run : .start) }
        if !signals.isEmpty { actions.append(.signal) }
        if isRestarted { actions.append(.restart) }
        if actions.isEmpty, !leftovers.isEmpty { actions.append(.destroy) }
        return actions
    }

    /// Whether the container itself stays as it is, and only what an interrupted apply left beside it goes.
    var removesOnlyLeftovers: Bool { actions == [.destroy] }

    /// How much users notice of a change that stops nothing.
    var mildDisruption: Disruption {
        guard let live, live.state.status == .running || live.state.status == .paused else { return .none }
        if !connects.isEmpty || !disconnects.isEmpty { return .connectionsDrop }
        return update != nil || contents != nil || isRenamed ? .inPlace : .none
    }

    /// Whether the container's process is begun anew, which is what dependants with `restart: true` follow.
    var beginsAnew: Bool {
        live != nil && (isReplaced || isRestarted)
    }

    /// Replaces the container where its reference means, or comes to mean, another image than it was made from.
    mutating func followImage(_ image: ImageDecision) {
        guard let live else { return }
        if let result = image.result {
            guard result.id != live.imageID else { return }
            isReplaced = true
            reasons.append(.imageMoved(from: live.imageID, to: result.id))
            let effects = ImageEffects(
                old: live.imageDefaults ?? [:],
                new: result.defaults,
                desired: desired.fields
            )
            // Of an image that is gone nobody can tell any more what it supplied.
            if live.imageDefaults != nil { reasons += effects.all.map { .imageSupplies($0) } }
        } else if image.replacesContainers, let action = image.action {
            isReplaced = true
            reasons.append(.because(image.desired.id, action))
        }
    }

    /// Restarts the container where what it depends on, with `restart: true`, begins anew.
    mutating func followRestarts(of begunAnew: [ResourceAddress: Action]) {
        guard !begunAnew.isEmpty, let live, live.state.status == .running, !isReplaced else { return }
        for (address, need) in desired.needs.sorted(by: { $0.key < $1.key }) where need.restartsDependant {
            guard let action = begunAnew[address] else { continue }
            isRestarted = true
            reasons.append(.because(address, action))
        }
    }

    /// Anonymous volumes that the new container takes over, by path; without them it would silently start empty.
    var carriedVolumes: [String: String] {
        guard isReplaced, let live else { return [:] }
        return live.anonymousVolumes.filter { path, _ in
            let place = FieldPath("volumes", path)
            if let mount = desired.fields.value(at: place) {
                guard case .list(let words) = mount else { return false }
                return words.first == .word("anonymous volume")
            }
            // One that the manifest had set and sets no longer, and that the image does not ask for, is not wanted.
            return live.record?.value(at: place) == nil || live.imageDefaults?.value(at: place) != nil
        }
    }
}
