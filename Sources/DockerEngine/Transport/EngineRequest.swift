import FoundationEssentials
import NIOCore

/// One call before it is sent.
struct EngineRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    enum Body: Sendable {
        case bytes(ByteBuffer)
        /// One that is sent as it comes, because it may be large.
        case stream(AsyncThrowingStream<[UInt8], any Error>)
    }

    struct QueryItem: Sendable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    let method: Method
    /// The path without version and query, percent-encoded where an argument stands in it.
    let path: String
    let query: [QueryItem]
    let body: Body?
    let contentType: String?
    /// Headers beside those that every request has; they can hold secrets.
    let headers: [(name: String, value: String)]
    let deadline: Deadline
    /// Only the ping has no version before its path, because it finds out the version.
    let isVersioned: Bool

    init(
        _ method: Method,
        _ path: String,
        query: [QueryItem] = [],
        body: Body? = nil,
        contentType: String? = nil,
        headers: [(name: String, value: String)] = [],
        deadline: Deadline,
        isVersioned: Bool = true
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
        self.contentType = contentType
        self.headers = headers
        self.deadline = deadline
        self.isVersioned = isVersioned
    }

    /// The call as errors name it.
    var call: EngineError.Call { EngineError.Call(method: method.rawValue, path: path) }

    /// Whether a client that may only read may send it.
    var isReading: Bool { method == .get || method == .head }

    /// Path and query as they are sent.
    func target(at version: APIVersion?) -> String {
        let prefix = version.map { "/v\($0)" } ?? ""
        guard !query.isEmpty else { return prefix + path }
        let items = query.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
        return prefix + path + "?" + items.joined(separator: "&")
    }
}

extension EngineRequest {
    /// A request whose body is JSON.
    init(
        _ method: Method,
        _ path: String,
        query: [QueryItem] = [],
        json: some Encodable,
        deadline: Deadline
    ) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(json) else {
            preconditionFailure("a request's body has only strings, whole numbers, booleans, lists and dictionaries")
        }
        self.init(
            method,
            path,
            query: query,
            body: .bytes(ByteBuffer(bytes: data)),
            contentType: "application/json",
            deadline: deadline
        )
    }
}
