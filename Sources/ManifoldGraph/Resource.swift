package import ManifoldDiagnostics
package import ManifoldResources

/// One node of the graph: what is wanted, what must be there first, and where each field comes from.
///
/// It never changes, and is handed on by reference: there are many, and each is large.
package final class Resource: Sendable {
    package let id: ResourceAddress
    package let spec: ResourceSpec
    /// What the resource needs first, by address.
    package let needs: [ResourceAddress: Need]
    /// Outside equality and every digest: where each field comes from.
    package let origins: [FieldPath: Origin]
    /// Where the resource itself is declared; nil for what nobody wrote, such as the default network.
    package let declaration: SourceSpan?
    package let goal: Goal
    /// How a container takes a change of what is in its configs and secrets, by the file's path; `recreate` where there is
    /// none.
    package let contentPolicies: [String: ContentPolicy]

    package init(
        id: ResourceAddress,
        spec: ResourceSpec,
        needs: [ResourceAddress: Need] = [:],
        origins: [FieldPath: Origin] = [:],
        declaration: SourceSpan? = nil,
        goal: Goal = .existing,
        contentPolicies: [String: ContentPolicy] = [:]
    ) {
        self.id = id
        self.spec = spec
        self.needs = needs
        self.origins = origins
        self.declaration = declaration
        self.goal = goal
        self.contentPolicies = contentPolicies
    }
}

/// An edge of the graph: the condition, and who asked for it.
package struct Need: Hashable, Sendable {
    /// How far the needed resource must be.
    package enum Condition: Hashable, Sendable {
        case existing
        case started
        case healthy
        case completed
    }

    package let condition: Condition
    package let span: SourceSpan?
    /// Whether the one who needs it is restarted when the needed one is replaced or restarted: `depends_on.restart`.
    package let restartsDependant: Bool

    package init(_ condition: Condition, at span: SourceSpan? = nil, restartsDependant: Bool = false) {
        self.condition = condition
        self.span = span
        self.restartsDependant = restartsDependant
    }
}

/// The state that a resource is meant to be in when an apply is over.
package enum Goal: Hashable, Sendable {
    /// It is there: networks, volumes, images, contents.
    case existing
    /// A container that runs, and is healthy where it says how to tell.
    case running
    /// A job: a container that runs to its end and exits with 0, because somebody waits for that.
    case completed
}
