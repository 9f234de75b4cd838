public import JSONReading

/// A time as the engine writes it (RFC 3339, up to nanoseconds); it keeps the text and compares by the instant.
public struct EngineTime: Sendable {
    /// The engine's text.
    public var text: String
    /// Whole seconds since 1970; far below zero for `never`.
    public let seconds: Int64
    /// Nanoseconds after `seconds`.
    public let nanoseconds: Int64

    /// Reads a time; a text that is not one counts as `never`, so that one odd field does not spoil an answer.
    public init(_ text: String) {
        self.text = text
        let instant = RFC3339.parse(text) ?? Self.never.instant
        self.seconds = instant.seconds
        self.nanoseconds = instant.nanoseconds
    }

    private init(text: String, seconds: Int64) {
        self.text = text
        self.seconds = seconds
        self.nanoseconds = 0
    }

    /// Go's zero time, which stands for a time that never was.
    public static let never = EngineTime(text: "0001-01-01T00:00:00Z", seconds: -62_135_596_800)

    /// Whether this is the time that never was.
    public var isNever: Bool { self == .never }

    private var instant: (seconds: Int64, nanoseconds: Int64) { (seconds, nanoseconds) }
}

extension EngineTime: Comparable, Hashable {
    /// Whether both are the same instant, however they are written.
    public static func == (left: EngineTime, right: EngineTime) -> Bool { left.instant == right.instant }

    /// Whether `left` is the earlier instant.
    public static func < (left: EngineTime, right: EngineTime) -> Bool { left.instant < right.instant }

    /// Hashes the instant.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }
}

extension EngineTime: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        self.init(try String(json: json))
    }
}

extension EngineTime: Omittable {
    /// Makes `never`.
    public init() {
        self = .never
    }
}
