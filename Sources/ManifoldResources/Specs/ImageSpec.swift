/// An image that containers are made from.
package struct ImageSpec: Hashable, Sendable {
    /// In normal form: `docker.io/library/nginx:latest`.
    package var reference: String
    /// The platform to fetch it for; nil is the engine's own.
    package var platform: String?
    package var policy = PullPolicy.missing
    /// How it is made here; nil where it only comes from a registry.
    package var build: BuildSpec?

    package init(reference: String) {
        self.reference = reference
    }
}

/// When an image is fetched from its registry; the later one asks for more.
package enum PullPolicy: Hashable, Sendable {
    /// Not at all: it is there, or it is made here.
    case never
    /// Where the engine does not have it.
    case missing
    /// Where the engine does not have it, or fetched it that long ago (nanoseconds) and the registry has another one.
    case refresh(after: Int64)
    /// Where the registry has another one than the engine.
    case always
}

extension PullPolicy: Comparable {
    package static func < (left: PullPolicy, right: PullPolicy) -> Bool {
        switch (left, right) {
        case (.refresh(let left), .refresh(let right)): left > right
        default: left.order < right.order
        }
    }

    private var order: Int {
        switch self {
        case .never: 0
        case .missing: 1
        case .refresh: 2
        case .always: 3
        }
    }
}
