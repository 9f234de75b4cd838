import ManifoldPlan
import ManifoldResources

/// What changes do to those who use a system, in a few words.
enum DisruptionText {
    /// More ports than these are only counted.
    private static let mostPorts = 4

    /// What stands in brackets behind a change; empty where nobody notices it.
    static func remark(of change: Change) -> String {
        remark(change.disruption, change.outage)
    }

    static func remark(_ disruption: Disruption, _ outage: Outage?) -> String {
        guard disruption != .none else { return "" }
        let name = PlanActionWords.name(of: disruption)
        guard let outage, let details = details(of: outage, disruption) else {
            return "[\(name)]"
        }
        return "[\(name): \(details)]"
    }

    /// The worst of several changes, and what it is about: `downtime (8080/tcp; up to 10s to stop)`.
    static func sum(of changes: [Change]) -> String {
        let worst = changes.map(\.disruption).max() ?? .none
        let name = PlanActionWords.name(of: worst)
        let concerned = changes.filter { $0.disruption == worst }
        switch worst {
        case .dataLoss:
            return "\(name) (\(concerned.map { AnsiSafe.line($0.id.description) }.joined(separator: ", ")))"
        case .downtime:
            let outages = concerned.compactMap(\.outage)
            let ports = Set(outages.flatMap(\.ports)).sorted(by: NaturalOrder.areInIncreasingOrder)
            guard !ports.isEmpty else { return name }
            return "\(name) (\(list(ports))\(ending(of: outages.filter { !$0.ports.isEmpty })))"
        case .none, .inPlace, .connectionsDrop, .restart: return name
        }
    }

    private static func details(of outage: Outage, _ disruption: Disruption) -> String? {
        if disruption == .restart { return outage.ports.isEmpty ? nil : "other instances serve meanwhile" }
        guard disruption == .downtime, !outage.ports.isEmpty else { return nil }
        return list(outage.ports) + ending(of: [outage])
    }

    /// How long at most, as far as that can be told.
    private static func ending(of outages: [Outage]) -> String {
        let ending = outages.filter { !$0.isForGood }.map(\.grace)
        guard let longest = ending.max() else { return ", for good" }
        if ending.contains(where: { $0 < 0 }) { return ", no limit to stop" }
        return ", up to \(FieldUnits.duration(nanoseconds: longest)) to stop"
    }

    private static func list(_ ports: [String]) -> String {
        let shown = ports.prefix(mostPorts).map { AnsiSafe.line($0) }
        let rest = ports.count > mostPorts ? ["… \(ports.count - mostPorts) more"] : []
        return (shown + rest).joined(separator: ", ")
    }
}
