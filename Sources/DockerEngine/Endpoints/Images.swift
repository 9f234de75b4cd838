import NIOCore

extension EngineClient {
    /// The calls for images.
    public var images: Images { Images(client: self) }

    /// The calls for images.
    public struct Images: Sendable {
        let client: EngineClient
    }
}

extension EngineClient.Images {
    /// Reads one image (API 1.41, `ImageInspect`).
    ///
    /// - Parameter name: A reference, an id, or `name@digest`.
    /// - Returns: The image.
    /// - Throws: `EngineError`.
    public func inspect(_ name: String) async throws(EngineError) -> ImageInspect {
        let path = "/images/" + PercentEncoding.encode(name, keeping: "/:@") + "/json"
        return try await client.transport.value(of: EngineRequest(.get, path, deadline: client.deadline))
    }

    /// Asks the registry what a reference means now, without pulling (API 1.41, `DistributionInspect`).
    ///
    /// The engine asks in our place: a missing image is a 404, a registry that cannot be reached or wants other
    /// credentials a 401, 403 or 500 with the registry's own words.
    ///
    /// - Parameters:
    ///   - reference: `name`, `name:tag` or `name@digest`; without a tag, `latest` is meant.
    ///   - credentials: Who asks the registry; `nil` is anybody.
    /// - Returns: What the registry has.
    /// - Throws: `EngineError`.
    public func distribution(
        of reference: String,
        credentials: RegistryCredentials? = nil
    ) async throws(EngineError) -> DistributionInspect {
        let path = "/distribution/" + PercentEncoding.encode(reference, keeping: "/:@") + "/json"
        return try await client.transport.value(
            of: EngineRequest(
                .get,
                path,
                headers: RegistryCredentials.headers(credentials),
                deadline: .total(client.timeouts.registry)
            )
        )
    }

    /// Pulls an image from its registry (API 1.41, `ImageCreate`).
    ///
    /// It may take as long as it likes, but not be silent for longer than `EngineTimeouts.pullSilence`.
    ///
    /// - Parameters:
    ///   - reference: `name`, `name:tag` or `name@digest`; without a tag, `latest` is meant.
    ///   - platform: `os[/arch[/variant]]`; `nil` is the engine's own.
    ///   - credentials: Who asks the registry; `nil` is anybody.
    ///   - onProgress: Called for each message, in order.
    /// - Throws: `EngineError`; `failedInStream` for an error after the pull began.
    public func pull(
        _ reference: String,
        platform: String? = nil,
        credentials: RegistryCredentials? = nil,
        onProgress: @escaping @Sendable (PullProgress) -> Void = { _ in }
    ) async throws(EngineError) {
        let reference = ImageReference(reference)
        var query = [EngineRequest.QueryItem("fromImage", reference.name)]
        query.append(EngineRequest.QueryItem("tag", reference.version))
        if let platform { query.append(EngineRequest.QueryItem("platform", platform)) }
        let request = EngineRequest(
            .post,
            "/images/create",
            query: query,
            headers: RegistryCredentials.headers(credentials),
            deadline: .silence(client.timeouts.pullSilence)
        )
        let (_, messages) = try await client.transport.fold(request, into: PullMessages(call: request.call)) {
            (messages, part) throws(EngineError) in
            messages.append(part)
            while let progress = try messages.next() { onProgress(progress) }
        }
        if let progress = try messages.last() { onProgress(progress) }
    }
}
