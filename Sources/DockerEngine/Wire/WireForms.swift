public import JSONReading

/// A Go `map[string]struct{}`, which is a set: `{"80/tcp": {}}`.
public enum KeySet: WireForm {
    /// An object without fields.
    public struct Nothing: Encodable {}

    /// Nothing is set.
    public static let unset: Set<String> = []

    /// Reads the wire form.
    public static func read(_ wire: [String: Nothing]) -> Set<String> { Set(wire.keys) }

    /// Writes the wire form.
    public static func write(_ value: Set<String>) -> [String: Nothing] {
        Dictionary(uniqueKeysWithValues: value.map { ($0, Nothing()) })
    }
}

extension KeySet.Nothing: JSONReadable {
    /// Reads what the engine says.
    public init(json _: JSONReader) {}
}

/// A port map, in which `null` stands for a port without bindings.
public enum PortMap: WireForm {
    /// Nothing is set.
    public static let unset: [String: [HostConfig.PortBinding]] = [:]

    /// Reads the wire form.
    public static func read(_ wire: [String: [HostConfig.PortBinding]?]) -> [String: [HostConfig.PortBinding]] {
        wire.mapValues { $0 ?? [] }
    }

    /// Writes the wire form.
    public static func write(_ value: [String: [HostConfig.PortBinding]]) -> [String: [HostConfig.PortBinding]?] {
        value.mapValues { $0 }
    }
}
