import ManifoldPlan
import ManifoldResources

/// Notes of a plan as sentences, each with the way out where there is one.
enum PlanNoteText {
    static func sentence(for note: Note, destroying: Bool) -> String {
        switch note {
        case .volumeKept(let address, let name):
            let volume = text(address)
            let why =
                destroying
                ? "(\(AnsiSafe.line(name))) is kept with its data" : "is no longer in the manifest; it is kept"
            return "\(volume) \(why) (destroy it with --allow-destroy \(volume))"
        case .anonymousVolumeKept(let address, let path, let name):
            let id = AnsiSafe.line(String(name.prefix(12)))
            return "the volume of \(text(address)) at \(AnsiSafe.line(path)) has no name; it is kept as \(id)… "
                + "(docker volume ls has the whole name)"
        case .inactiveService(let service, let containers):
            let name = AnsiSafe.line(service)
            let what = "service.\(name) is switched off by its profiles"
            return containers == 0
                ? "\(what) (switch it on with --profile)"
                : "\(what); \(counted(containers)) left alone (switch it on with --profile, or remove it from the manifest)"
        case .unhealthy(let address):
            return "\(text(address)) runs as the manifest says, but its health check fails (its logs tell why)"
        case .crashLoop(let address):
            return "\(text(address)) keeps crashing although it is as the manifest says (its logs tell why)"
        case .volumeLabelsKept(let address, let path):
            return "\(text(address)) differs in \(AnsiSafe.line(path.description)); a volume's labels cannot change "
                + "without losing its data, so they are left"
        case .volumeAdopted(let address, let name):
            return "\(text(address)) is a volume \(AnsiSafe.line(name)) that manifold did not make; it is used as it is"
        case .volumeRemade(let address, let name, let created):
            return "\(text(address)): the volume \(AnsiSafe.line(name)) was removed outside manifold and its data with "
                + "it; the one that was made at \(TimeText.universal(created)) is used as it is"
        case .volumeLost(let address, let name):
            return "\(text(address)): the volume \(AnsiSafe.line(name)) was removed outside manifold and its data with "
                + "it; a new, empty one is made"
        case .consentUnused(let address):
            return "--allow-destroy \(text(address)) has no effect: there is no such volume that would be destroyed"
        case .applyUnderWay(let holder):
            return "somebody is applying right now, so this plan may be outdated soon: \(AnsiSafe.line(holder))"
        case .valueDropped(let address, let path):
            return
                "\(text(address)): the engine's host cannot do \(AnsiSafe.line(path.description)), so it has no effect"
        case .takenOver(let containers, let networks, let volumes):
            let parts = [(containers, "container"), (networks, "network"), (volumes, "volume")]
                .filter { $0.0 > 0 }
                .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
            return "taken over from Compose as they are: \(parts.joined(separator: ", "))"
        case .registryUnanswered(let address, let why):
            return "\(text(address)) is taken as the engine has it: its registry could not be asked "
                + "(\(AnsiSafe.line(why)))"
        case .networkKept(let address):
            return "\(text(address)) is kept, because containers that are left alone are on it"
        }
    }

    /// Whether a note tells of a loss rather than of something left in peace.
    static func isWarning(_ note: Note) -> Bool {
        switch note {
        case .volumeLost, .volumeRemade, .crashLoop, .unhealthy, .registryUnanswered: true
        case .volumeKept, .anonymousVolumeKept, .inactiveService, .volumeLabelsKept, .volumeAdopted, .applyUnderWay,
            .networkKept, .valueDropped, .takenOver,
            .consentUnused:
            false
        }
    }

    private static func text(_ address: ResourceAddress) -> String {
        AnsiSafe.line(address.description)
    }

    private static func counted(_ containers: Int) -> String {
        containers == 1 ? "its container is" : "its \(containers) containers are"
    }
}
