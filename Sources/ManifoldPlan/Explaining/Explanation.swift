package import ManifoldDiagnostics
package import ManifoldGraph
package import ManifoldResources

/// Why one resource is as it is, and what depends on that.
package struct Explanation: Sendable {
    /// One value that is in effect, or is to be.
    package struct Value: Sendable {
        package let path: FieldPath
        package let value: FieldValue<SealedText>
        package let source: Source
        package let way: FieldChange
        /// How a change of a content is taken; nil for everything else.
        package let policy: ContentPolicy?
        /// Why the container is restarted in place of the signal that the policy asks for; nil where it is not.
        package let obstacle: SignalObstacle?
        /// What the engine has in its place right now; nil where that is the same, or where there is no object yet.
        package let live: Live?

        package init(
            path: FieldPath,
            value: FieldValue<SealedText>,
            source: Source,
            way: FieldChange,
            policy: ContentPolicy? = nil,
            obstacle: SignalObstacle? = nil,
            live: Live?
        ) {
            self.path = path
            self.value = value
            self.source = source
            self.way = way
            self.policy = policy
            self.obstacle = obstacle
            self.live = live
        }
    }

    /// What the engine has in place of a value; nil is none.
    package struct Live: Sendable {
        package let value: FieldValue<SealedText>?

        package init(
            value: FieldValue<SealedText>?
        ) {
            self.value = value
        }
    }

    /// Who supplies a value.
    package enum Source: Hashable, Sendable {
        /// The manifest; without an origin it follows from other things in it.
        case manifest(Origin?)
        case image(String)
        /// The engine, which nobody asked for anything.
        case engine
        /// Somebody changed the object by hand: the field is ours, and nobody asked for this.
        case outside
    }

    /// An edge to or from the resource.
    package struct Edge: Sendable {
        package let id: ResourceAddress
        package let need: Need

        package init(
            id: ResourceAddress,
            need: Need
        ) {
            self.id = id
            self.need = need
        }
    }

    /// What a replacement of the resource would do to one container.
    package struct Effect: Sendable {
        package let id: ResourceAddress
        package let action: Action
        package let because: ResourceAddress?
        package let disruption: Disruption
        package let outage: Outage?

        package init(
            id: ResourceAddress,
            action: Action,
            because: ResourceAddress?,
            disruption: Disruption,
            outage: Outage?
        ) {
            self.id = id
            self.action = action
            self.because = because
            self.disruption = disruption
            self.outage = outage
        }
    }

    package let id: ResourceAddress
    package let name: String
    package let declaration: SourceSpan?
    /// Whether the engine has it.
    package let isPresent: Bool
    /// How its container is.
    package let state: ContainerState?
    /// How many instances the service has, this one included.
    package let instanceCount: Int
    package let values: [Value]
    /// Fields that nobody sets.
    package let unset: [FieldName]
    package let needs: [Edge]
    package let dependants: [Edge]
    /// Empty where it cannot be replaced, or nobody would notice.
    package let effects: [Effect]

    package init(
        id: ResourceAddress,
        name: String,
        declaration: SourceSpan?,
        isPresent: Bool,
        state: ContainerState?,
        instanceCount: Int,
        values: [Value],
        unset: [FieldName],
        needs: [Edge],
        dependants: [Edge],
        effects: [Effect]
    ) {
        self.id = id
        self.name = name
        self.declaration = declaration
        self.isPresent = isPresent
        self.state = state
        self.instanceCount = instanceCount
        self.values = values
        self.unset = unset
        self.needs = needs
        self.dependants = dependants
        self.effects = effects
    }
}
