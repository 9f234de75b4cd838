public import JSONReading

/// How a container ended (API 1.41, `ContainerWaitResponse`).
public struct ContainerExit: Equatable, Sendable {
    /// Why the engine could not wait.
    public struct Failure: Equatable, Sendable {
        /// The engine's explanation.
        public var message = ""

        enum CodingKeys: String, CodingKey {
            case message = "Message"
        }
    }

    /// The exit code.
    public var statusCode: Int
    /// Why the engine could not wait; `nil` if it could.
    public var error: Failure?

    enum CodingKeys: String, CodingKey {
        case statusCode = "StatusCode"
        case error = "Error"
    }
}

extension ContainerExit.Failure: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        message = try members.orZero(.message)
    }
}

extension ContainerExit: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        statusCode = try members.required(.statusCode)
        error = try members.optional(.error)
    }
}
