package import ManifoldDiagnostics
package import OrderedCollections

/// One entry of the top-level `networks`.
package struct NetworkDeclaration: Sendable {
    /// The name in the engine where the manifest sets one.
    package var name: Sourced<String>?
    package var isExternal = false
    package var driver: Sourced<String>?
    package var driverOptions: OrderedDictionary<String, Sourced<String>> = [:]
    package var labels: OrderedDictionary<String, Sourced<String>> = [:]
    package var isInternal: Sourced<Bool>?
    package var origin: Origin

    package init(origin: Origin) {
        self.origin = origin
    }
}

/// One entry of the top-level `volumes`.
package struct VolumeDeclaration: Sendable {
    /// The name in the engine where the manifest sets one.
    package var name: Sourced<String>?
    package var isExternal = false
    package var driver: Sourced<String>?
    package var driverOptions: OrderedDictionary<String, Sourced<String>> = [:]
    package var labels: OrderedDictionary<String, Sourced<String>> = [:]
    package var origin: Origin

    package init(origin: Origin) {
        self.origin = origin
    }
}

/// One entry of the top-level `configs` or `secrets`, with its content read.
package struct ContentDeclaration: Sendable {
    /// Which of the three ways the manifest took.
    package enum Source: Sendable {
        /// An absolute path.
        case file(String)
        case inline(String)
        /// The name of a variable.
        case environment(String)
    }

    package var source: Source
    package var name: Sourced<String>?
    package var content: [UInt8]
    package var origin: Origin

    package init(source: Source, content: [UInt8], origin: Origin) {
        self.source = source
        self.content = content
        self.origin = origin
    }
}
