package import ManifoldDiagnostics
package import ManifoldYAML
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
    /// All that is set, in normal form.
    package var normal: Node
    package var origin: Origin

    package init(origin: Origin) {
        self.origin = origin
        normal = .nothing(at: origin)
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
    /// All that is set, in normal form.
    package var normal: Node
    package var origin: Origin

    package init(origin: Origin) {
        self.origin = origin
        normal = .nothing(at: origin)
    }
}

/// One entry of the top-level `configs` or `secrets`, with its content read.
package struct ContentDeclaration: Sendable {
    /// Which way the manifest took.
    package enum Source: Sendable {
        /// An absolute path.
        case file(String)
        case inline(String)
        /// The name of a variable.
        case environment(String)
        /// Somewhere else: it is external, or a driver has it.
        case elsewhere
    }

    package var source: Source
    package var isExternal = false
    package var name: Sourced<String>?
    package var content: [UInt8]
    /// All that is set, in normal form.
    package var normal: Node
    package var origin: Origin

    package init(source: Source, content: [UInt8], origin: Origin) {
        self.source = source
        self.content = content
        self.origin = origin
        normal = .nothing(at: origin)
    }
}
