import ManifoldYAML

/// Names that Compose's JSON has from Go and not from the specification.
///
/// The devices of `blkio_config` have no names of their own for JSON in Compose, so they are there as Go spells them.
enum GoNames {
    static let key = "blkio_config"

    /// A service with these names.
    static func applied(to service: Node) -> Node {
        guard let value = service[key] else { return service }
        let pairs = (service.pairs ?? [])
            .map { $0.key.scalarText == key ? Node.Pair(key: $0.key, value: devices(in: value)) : $0 }
        return service.with(.mapping(pairs))
    }

    /// The value of `blkio_config` with these names.
    static func devices(in value: Node) -> Node {
        guard let pairs = value.pairs else { return value }
        return value.with(
            .mapping(
                pairs.map { pair in
                    guard let items = pair.value.items else { return pair }
                    return Node.Pair(key: pair.key, value: pair.value.with(.sequence(items.map(capitalized))))
                }
            )
        )
    }

    private static func capitalized(_ device: Node) -> Node {
        guard let pairs = device.pairs else { return device }
        return device.with(
            .mapping(
                pairs.map { pair in
                    let name = pair.key.scalarText ?? ""
                    let key = Node(
                        .scalar(Scalar(name.prefix(1).uppercased() + name.dropFirst(), style: .doubleQuoted)),
                        span: pair.key.span
                    )
                    return Node.Pair(key: key, value: pair.value)
                }
            )
        )
    }
}
