import ManifoldPlan

/// How plans name what is done: the sign before a change, the verb for it, the word for what it does to users.
enum PlanActionWords {
    /// The sign that stands before a change, and its tone.
    static func sign(of change: Change) -> (text: String, tone: Style.Tone) {
        let actions = Set(change.actions)
        if actions.contains(.replace) { return ("-/+", .replaced) }
        if actions.contains(.destroy) { return ("-", .removed) }
        if !actions.isDisjoint(with: [.pull, .build]), !change.reasons.contains(where: \.isAbsence) {
            return ("~", .changed)
        }
        if !actions.isDisjoint(with: [.create, .run, .pull, .build]) { return ("+", .added) }
        if !actions.isDisjoint(with: [.update, .reconnect, .rename]) { return ("~", .changed) }
        return (">", .started)
    }

    /// What is done to the object of that name, in words: `update in place and start shop-web-1`.
    static func phrase(for change: Change) -> String {
        let name = AnsiSafe.line(change.name)
        if change.actions == [.update] { return "update \(name) in place" }
        let verbs = change.actions.map(verb)
        guard let last = verbs.last, verbs.count > 1 else { return "\(verbs.joined()) \(name)" }
        return "\(verbs.dropLast().joined(separator: ", ")) and \(last) \(name)"
    }

    private static func verb(_ action: Action) -> String {
        action == .update ? "update in place" : action.rawValue
    }

    /// What has happened to another resource when it makes a change necessary.
    static func participle(_ action: Action) -> String {
        switch action {
        case .pull: "pulled"
        case .build: "built"
        case .create: "created"
        case .run: "run again"
        case .replace: "replaced"
        case .destroy: "destroyed"
        case .rename: "renamed"
        case .update: "updated"
        case .reconnect: "reconnected"
        case .unpause: "unpaused"
        case .start: "started"
        case .signal: "sent a signal"
        case .restart: "restarted"
        }
    }

    static func name(of disruption: Disruption) -> String {
        switch disruption {
        case .none: "none"
        case .inPlace: "in place"
        case .connectionsDrop: "connections drop"
        case .restart: "restart"
        case .downtime: "downtime"
        case .dataLoss: "data loss"
        }
    }

    static func tone(of disruption: Disruption) -> Style.Tone? {
        switch disruption {
        case .none, .inPlace: .faint
        case .connectionsDrop, .restart: .changed
        case .downtime, .dataLoss: .removed
        }
    }
}

extension Reason {
    /// Whether the engine does not have the image at all.
    fileprivate var isAbsence: Bool {
        if case .missing = self { true } else { false }
    }
}
