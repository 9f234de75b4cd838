import FoundationEssentials
import NIOCore

extension EngineClient.Containers {
    /// Unpacks files into a container, running or not (API 1.41, `PutContainerArchive`).
    ///
    /// The engine keeps owner, mode and time of the files and makes missing directories below `path`, as root and 0755.
    /// It fails on a read-only root file system, and what lands under a temporary file system is hidden by it.
    ///
    /// - Parameters:
    ///   - archive: The files.
    ///   - id: The container.
    ///   - path: A directory that exists in the container.
    /// - Throws: `EngineError`.
    public func putArchive(
        _ archive: TarArchive,
        into id: String,
        at path: String = "/"
    ) async throws(EngineError) {
        try await client.transport.answer(
            to: EngineRequest(
                .put,
                self.path(id, "/archive"),
                query: [EngineRequest.QueryItem("path", path)],
                body: .bytes(ByteBuffer(bytes: archive.bytes)),
                contentType: "application/x-tar",
                deadline: client.deadline
            )
        )
    }

    /// Size, mode and time of a path in a container, without its content (API 1.41, `ContainerArchiveInfo`).
    ///
    /// - Parameters:
    ///   - path: The path in the container.
    ///   - id: The container.
    /// - Returns: `nil` if container or path do not exist; the answer does not tell which.
    /// - Throws: `EngineError`.
    public func statArchive(at path: String, in id: String) async throws(EngineError) -> ArchivePathStat? {
        let request = EngineRequest(
            .head,
            self.path(id, "/archive"),
            query: [EngineRequest.QueryItem("path", path)],
            deadline: client.deadline
        )
        let answer = try await client.transport.answer(to: request, accepting: [404])
        guard answer.head.status != 404 else { return nil }
        guard
            let data = answer.head.header("X-Docker-Container-Path-Stat")
                .flatMap({ Data(base64Encoded: $0) })
        else {
            throw .undecodable(answer.call, what: "no header `X-Docker-Container-Path-Stat`")
        }
        return try EngineAnswer(call: answer.call, head: answer.head, body: ByteBuffer(bytes: data)).read()
    }
}
