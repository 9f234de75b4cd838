import NIOHTTP1

/// Status and headers of an answer.
struct AnswerHead: Sendable {
    let status: Int
    let headers: HTTPHeaders

    /// The first value of a header; its name's case does not matter.
    func header(_ name: String) -> String? {
        headers.first(name: name)
    }
}
