import NIOCore

extension EngineClient.Containers {
    /// The end of what a container wrote to standard output and error, in order (API 1.41, `ContainerLogs`).
    ///
    /// Bytes that are not UTF-8 are replaced. Works with the log drivers that can be read, such as `json-file` and `local`.
    ///
    /// - Parameters:
    ///   - id: The container.
    ///   - tail: How many lines at most.
    ///   - tty: Whether the container has a terminal (`ContainerConfig.tty`), because its output is not framed then.
    /// - Returns: Both streams as one text.
    /// - Throws: `EngineError`.
    public func logs(_ id: String, tail: Int, tty: Bool) async throws(EngineError) -> String {
        let query = [("stdout", "1"), ("stderr", "1"), ("tail", "\(tail)")].map(EngineRequest.QueryItem.init)
        let body = try await client.transport
            .answer(
                to: EngineRequest(.get, path(id, "/logs"), query: query, deadline: client.deadline)
            )
            .body
        return tty ? String(decoding: body.readableBytesView, as: UTF8.self) : LogFrames.text(of: body)
    }
}
