import AsyncHTTPClient
import JSONReading
import NIOCore
import NIOHTTP1

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension EngineError {
    /// The error that an answer with an error's status stands for (API 1.41, `ErrorResponse`).
    init(call: Call, refusal response: HTTPClientResponse) async throws {
        let body = try await response.body.collect(upTo: 1 << 20)
        let message =
            Self.message(in: Array(body.readableBytesView))
            ?? String(String(decoding: body.readableBytesView, as: UTF8.self).prefix(200))
        self = .api(call, status: Int(response.status.code), message: Self.trimmed(message))
    }

    /// The engine's own words; others that speak its language have further members beside them.
    private static func message(in body: [UInt8]) -> String? {
        enum Key: CodingKey { case message }
        var members = try? JSONReader(body).object(Key.self)
        return try? members?.required(.message)
    }

    /// What an error of the HTTP client means.
    init(_ error: any Error, in call: Call, at endpoint: EngineEndpoint) {
        switch error {
        case let error as EngineError: self = error
        case let error as HTTPClientError: self.init(error, in: call, at: endpoint)
        case let error as IOError: self.init(error, in: call, at: endpoint)
        case is CancellationError: self = .cancelled(call)
        case is HTTPParserError: self = .closed(call)
        case ChannelError.ioOnClosedChannel, ChannelError.inputClosed, ChannelError.eof: self = .closed(call)
        case is NIOTooManyBytesError: self = .undecodable(call, what: "an error message of more than a megabyte")
        default: self = .cannotConnect(endpoint: endpoint.description, .other(Self.sentence("\(error)")))
        }
    }

    private init(_ error: HTTPClientError, in call: Call, at endpoint: EngineEndpoint) {
        switch error {
        case .remoteConnectionClosed: self = .closed(call)
        case .cancelled: self = .cancelled(call)
        case .alreadyShutdown: self = .shutDown(call)
        default: self = .cannotConnect(endpoint: endpoint.description, .other(Self.sentence(error.shortDescription)))
        }
    }

    private init(_ error: IOError, in call: Call, at endpoint: EngineEndpoint) {
        switch error.errnoCode {
        case ENOENT: self = .cannotConnect(endpoint: endpoint.description, .noSocket)
        case ECONNREFUSED: self = .cannotConnect(endpoint: endpoint.description, .refused)
        case EACCES, EPERM: self = .cannotConnect(endpoint: endpoint.description, .permissionDenied)
        case ECONNRESET, EPIPE: self = .closed(call)
        default: self = .cannotConnect(endpoint: endpoint.description, .other("\(error)"))
        }
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }

    /// The engine ends some of its messages with a line feed.
    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
