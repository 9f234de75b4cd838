import ManifoldExecution
import ManifoldPlan
import ManifoldResources

/// Everything that the simulated engine holds.
struct SimulatedState {
    struct Network {
        let id: String
        let name: String
        /// Nil for one that is not ours.
        let owner: ResourceAddress?
        let fields: OpenFields
        let record: SpecRecord?

        /// The same, made by somebody who keeps no records.
        var withoutRecord: Network {
            Network(id: id, name: name, owner: owner, fields: fields, record: nil)
        }
    }

    struct Volume {
        let name: String
        /// Nil for one that is not ours, or has no name of its own.
        let owner: ResourceAddress?
        let fields: OpenFields
        let record: SpecRecord?
        /// Counted like the ids of other objects.
        let created: Int64
        var isAnonymous = false

        /// The same, made by somebody who keeps no records.
        var withoutRecord: Volume {
            Volume(
                name: name,
                owner: owner,
                fields: fields,
                record: nil,
                created: created,
                isAnonymous: isAnonymous
            )
        }
    }

    let seal: @Sendable (OpenFields) -> SealedFields
    /// What operations name by address.
    var specs: [ResourceAddress: ResourceSpec]
    /// Services that a service depends on, which containers carry as a label.
    var dependencies: [String: Set<String>] = [:]
    var script = SimulatedScript()
    var revision: RevisionFacts?

    /// By id.
    var containers: [String: SimulatedContainer] = [:]
    /// By name.
    var networks: [String: Network] = [:]
    /// By name.
    var volumes: [String: Volume] = [:]
    /// By reference.
    var images: [String: SimulatedImage] = [:]
    /// The images that are wanted, those first that others are built from.
    var imageOrder: [ResourceAddress] = []
    /// How often the files of an image's context were edited, by reference.
    var edits: [String: UInt8] = [:]
    /// What registries have, by reference.
    var published: [String: SimulatedImage] = [:]
    private var lastNumber = 0
    private var lastStart = 0
    private var lastTime: Int64 = 0

    init(specs: [ResourceAddress: ResourceSpec], seal: @escaping @Sendable (OpenFields) -> SealedFields) {
        self.specs = specs
        self.seal = seal
    }

    /// A new number for ids and times of creation, padded so that it sorts.
    mutating func nextNumber() -> String {
        lastNumber += 1
        return Self.padded(lastNumber)
    }

    /// A new number for times of start.
    mutating func nextStart() -> String {
        lastStart += 1
        return Self.padded(lastStart)
    }

    /// A new time at which a volume is made.
    mutating func nextTime() -> Int64 {
        lastTime += 1
        return lastTime
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    func container(_ id: String) throws(OperationFailure) -> SimulatedContainer {
        guard let container = containers[id] else { throw OperationFailure("No such container: \(id)") }
        return container
    }

    func container(named name: String) -> SimulatedContainer? {
        containers.values.first { $0.name == name }
    }

    mutating func change(
        _ id: String,
        _ body: (inout SimulatedContainer) throws(OperationFailure) -> Void
    ) throws(OperationFailure) {
        var container = try container(id)
        try body(&container)
        containers[id] = container
    }
}
