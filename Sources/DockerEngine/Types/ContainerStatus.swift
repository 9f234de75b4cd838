public import JSONReading

/// The one word for what a container does (API 1.41, `ContainerState.Status`); an unknown word is kept as it is.
public struct ContainerStatus: RawRepresentable, Hashable, Sendable {
    /// The engine's word.
    public var rawValue: String

    /// Makes a status from the engine's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Made and never started, or its first start failed.
    public static let created = ContainerStatus(rawValue: "created")
    /// Runs.
    public static let running = ContainerStatus(rawValue: "running")
    /// Stands still.
    public static let paused = ContainerStatus(rawValue: "paused")
    /// Ended, and waits for its next start by the engine.
    public static let restarting = ContainerStatus(rawValue: "restarting")
    /// Is being removed.
    public static let removing = ContainerStatus(rawValue: "removing")
    /// Ended.
    public static let exited = ContainerStatus(rawValue: "exited")
    /// Could not be removed.
    public static let dead = ContainerStatus(rawValue: "dead")
}

extension ContainerStatus: Omittable {
    /// Makes an unknown status.
    public init() {
        self.init(rawValue: "")
    }
}

extension ContainerStatus: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        self.init(rawValue: try String(json: json))
    }
}
