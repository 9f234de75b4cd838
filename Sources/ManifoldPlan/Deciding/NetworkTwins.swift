import ManifoldDiagnostics
import ManifoldResources

/// Networks of one name, which engines before version 25 allow: by such a name nothing can be connected any more.
struct NetworkTwins {
    private var ours: [String: [String]] = [:]
    private var others: [String: [Other]] = [:]

    /// One that is not ours.
    struct Other {
        let id: String
        /// Who it seems to belong to, in words; nil where nothing tells.
        let owner: String?
    }

    init(_ facts: SealedFacts) {
        for network in facts.networks where network.address != nil {
            if network.isLabelled {
                ours[network.name, default: []].append(network.id)
            } else {
                others[network.name, default: []].append(Other(id: network.id, owner: nil))
            }
        }
        for object in facts.foreign where object.kind == .network {
            others[object.name, default: []].append(Other(id: object.id, owner: object.owner))
        }
    }

    /// Whether a network's name is that of several.
    ///
    /// What is external is only looked up, and is no concern of a plan.
    func include(_ desired: DesiredResource) -> Bool {
        desired.id.kind == .network && !desired.isExternal
            && ours[desired.name, default: []].count + others[desired.name, default: []].count > 1
    }

    func report(_ desired: DesiredSystem, to diagnostics: inout Diagnostics) {
        for resource in desired.ordered where include(resource) {
            let ours = ours[resource.name, default: []].sorted()
            let others = others[resource.name, default: []].sorted { $0.id < $1.id }
            diagnostics.report(PlanDiagnostics.networkTwice(resource, ours, others))
        }
    }
}
