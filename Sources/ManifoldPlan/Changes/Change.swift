package import ManifoldDiagnostics
package import ManifoldResources

/// What a plan will do to one resource, and why: the form for people.
package struct Change: Sendable {
    package let id: ResourceAddress
    /// The object's name in the engine.
    package let name: String
    /// In the order in which they are carried out; never empty.
    package let actions: [Action]
    package let reasons: [Reason]
    package let disruption: Disruption
    /// What is away in the course of it, and for how long; nil where nothing that runs is stopped.
    package let outage: Outage?
    /// Where the resource is declared; nil where it no longer is.
    package let origin: SourceSpan?

    package init(
        id: ResourceAddress,
        name: String,
        actions: [Action],
        reasons: [Reason],
        disruption: Disruption,
        outage: Outage? = nil,
        origin: SourceSpan?
    ) {
        precondition(!actions.isEmpty, "a change does something")
        self.id = id
        self.name = name
        self.actions = actions
        self.reasons = reasons
        self.disruption = disruption
        self.outage = outage
        self.origin = origin
    }
}

/// What is done to an object.
package enum Action: String, Hashable, Sendable, CaseIterable {
    /// The image is fetched from its registry.
    case pull
    /// The image is made from its context.
    case build
    case create
    /// A job is run: created where it is missing, started, and waited for.
    case run
    /// A new object takes the place of the old one, which is kept until the new one is accepted.
    case replace
    case destroy
    case rename
    case update
    case reconnect
    case unpause
    case start
    /// The container's process is told of new contents.
    case signal
    case restart
}

/// What a change does to those who use the system, mildest first.
package enum Disruption: Int, Hashable, Comparable, Sendable, CaseIterable {
    case none
    case inPlace
    case connectionsDrop
    case restart
    case downtime
    case dataLoss

    package static func < (left: Disruption, right: Disruption) -> Bool {
        left.rawValue < right.rawValue
    }
}
