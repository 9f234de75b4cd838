/// How a container ended (API 1.41, `ContainerWaitResponse`).
public struct ContainerExit: Decodable, Equatable, Sendable {
    /// Why the engine could not wait.
    public struct Failure: Decodable, Equatable, Sendable {
        /// The engine's explanation.
        @OmitEmpty public var message = ""

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
