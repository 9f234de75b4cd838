import ManifoldYAML

/// A service of a file, for telling whether it extends itself.
struct ServiceReference: Hashable {
    let path: String
    let name: String
}

/// The services of a file that others can extend, before they are extended themselves.
struct ExtensionSource {
    let path: String
    let services: [String: Node]
    let marks: MarkedPaths

    init(path: String, services: [Node.Pair], marks: MarkedPaths) {
        self.path = path
        self.services = Dictionary(services.map { ($0.key.scalarText ?? "", $0.value) }) { first, _ in first }
        self.marks = marks
    }
}

/// What `extends` names.
struct Extension {
    let service: Node
    let file: Node?

    /// The name of the service that is extended.
    var name: String { service.scalarText ?? "" }
}
