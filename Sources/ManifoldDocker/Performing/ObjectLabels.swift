import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// The labels that every created object carries from its first instant: whose it is, what it was made from, and Compose's own.
struct ObjectLabels {
    let system: SystemIdentity
    let graph: ResourceGraph?
    let sealer: Sealer

    init(_ performer: EnginePerformer) {
        system = performer.system
        graph = performer.graph
        sealer = performer.sealer
    }

    func container(_ address: ResourceAddress, _ spec: ContainerSpec) -> [String: String] {
        var labels = base(address, .container(spec))
        labels[LabelNames.composeService] = address.name
        labels[LabelNames.composeNumber] = "\(address.replica ?? 1)"
        labels[LabelNames.composeOneOff] = "False"
        labels[LabelNames.composeDependsOn] = dependencies(of: address)
        labels[LabelNames.composeWorkingDirectory] = system.directory
        labels[LabelNames.composeConfigFiles] = system.files.joined(separator: ",")
        labels[LabelNames.composeConfigHash] = "manifold"
        return labels
    }

    func network(_ address: ResourceAddress, _ spec: NetworkSpec) -> [String: String] {
        base(address, .network(spec)).merging([LabelNames.composeNetwork: address.name]) { ours, _ in ours }
    }

    func volume(_ address: ResourceAddress, _ spec: VolumeSpec) -> [String: String] {
        base(address, .volume(spec)).merging([LabelNames.composeVolume: address.name]) { ours, _ in ours }
    }

    func fileVolume(_ address: ResourceAddress, directory: String) -> [String: String] {
        [
            LabelNames.system: system.name,
            LabelNames.address: address.description,
            LabelNames.schema: LabelNames.currentSchema,
            LabelNames.files: directory,
        ]
    }

    private func base(_ address: ResourceAddress, _ spec: ResourceSpec) -> [String: String] {
        [
            LabelNames.system: system.name,
            LabelNames.address: address.description,
            LabelNames.spec: SpecRecord(sealer.seal(spec.fields)).label(keyID: sealer.keyID),
            LabelNames.schema: LabelNames.currentSchema,
            LabelNames.composeProject: system.name,
        ]
    }

    /// Compose's form: `api:service_healthy:false,cache:service_started:false`.
    private func dependencies(of address: ResourceAddress) -> String {
        var conditions: [String: String] = [:]
        for (needed, need) in graph?[address]?.needs ?? [:] where needed.kind == .service {
            let condition =
                switch need.condition {
                case .existing, .started: "service_started"
                case .healthy: "service_healthy"
                case .completed: "service_completed_successfully"
                }
            conditions[needed.name] = "\(needed.name):\(condition):\(need.restartsDependant)"
        }
        return conditions.keys.sorted().compactMap { conditions[$0] }.joined(separator: ",")
    }
}
