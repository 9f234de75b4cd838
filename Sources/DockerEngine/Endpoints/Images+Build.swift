import FoundationEssentials
import NIOCore

/// How the engine's own builder is to build (API 1.41, `ImageBuild`).
public struct ImageBuild: Sendable {
    /// References for the image.
    public var tags: [String] = []
    /// The Dockerfile's path in the context; empty is `Dockerfile`.
    public var dockerfile = ""
    /// What the engine fetches itself in place of a context that is sent: a repository's or an archive's address.
    public var remote = ""
    /// Values for `ARG`.
    public var arguments: [String: String] = [:]
    /// Labels of the image.
    public var labels: [String: String] = [:]
    /// The stage to build; empty is the last.
    public var target = ""
    /// `os[/arch[/variant]]`; empty is the engine's own.
    public var platform = ""
    /// The network of `RUN`: `default`, `host`, `none`, or another one's name.
    public var network = ""
    /// Windows only.
    public var isolation = ""
    /// `name:address`.
    public var extraHosts: [String] = []
    /// Bytes of `/dev/shm`; 0 is the engine's own choice.
    public var sharedMemory: Int64 = 0
    /// Limits of `RUN`.
    public var ulimits: [HostConfig.Ulimit] = []
    /// Images whose layers may be taken.
    public var cacheSources: [String] = []
    /// Whether every step is taken anew.
    public var usesNoCache = false
    /// Whether base images are fetched even where they are there.
    public var pullsBases = false

    /// A build with nothing said.
    public init() {}

    var query: [EngineRequest.QueryItem] {
        var query = tags.map { EngineRequest.QueryItem("t", $0) }
        query += extraHosts.map { EngineRequest.QueryItem("extrahosts", $0) }
        let texts = [
            ("dockerfile", dockerfile), ("remote", remote), ("target", target), ("platform", platform),
            ("networkmode", network), ("isolation", isolation),
        ]
        query += texts.filter { !$1.isEmpty }.map { EngineRequest.QueryItem($0, $1) }
        if !arguments.isEmpty { query.append(EngineRequest.QueryItem("buildargs", Self.json(arguments))) }
        if !labels.isEmpty { query.append(EngineRequest.QueryItem("labels", Self.json(labels))) }
        if !ulimits.isEmpty { query.append(EngineRequest.QueryItem("ulimits", Self.json(ulimits))) }
        if !cacheSources.isEmpty { query.append(EngineRequest.QueryItem("cachefrom", Self.json(cacheSources))) }
        if sharedMemory > 0 { query.append(EngineRequest.QueryItem("shmsize", "\(sharedMemory)")) }
        if usesNoCache { query.append(EngineRequest.QueryItem("nocache", "1")) }
        if pullsBases { query.append(EngineRequest.QueryItem("pull", "1")) }
        // What a failed build leaves behind is of no use to anybody.
        return query + [EngineRequest.QueryItem("rm", "1"), EngineRequest.QueryItem("forcerm", "1")]
    }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("strings and numbers can always be written as JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

extension EngineClient.Images {
    /// Builds an image with the engine's own builder (API 1.41, `ImageBuild`).
    ///
    /// It may take as long as it likes, but not be silent for longer than `EngineTimeouts.buildSilence`.
    ///
    /// - Parameters:
    ///   - build: What to build, and how.
    ///   - context: A tar archive in parts; `nil` where the engine fetches the context.
    ///   - credentials: Who asks registries for base images, by the registries' addresses.
    ///   - onOutput: Called with what the build prints, in order.
    /// - Throws: `EngineError`; `failedInStream` for an error after the build began.
    public func build(
        _ build: ImageBuild,
        context: AsyncThrowingStream<[UInt8], any Error>?,
        credentials: [String: RegistryCredentials] = [:],
        onOutput: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws(EngineError) {
        let request = EngineRequest(
            .post,
            "/build",
            query: build.query,
            body: context.map { .stream($0) },
            contentType: context == nil ? nil : "application/x-tar",
            headers: RegistryCredentials.headers(credentials),
            deadline: .silence(client.timeouts.buildSilence)
        )
        let (_, messages) = try await client.transport.fold(request, into: PullMessages(call: request.call)) {
            (messages, part) throws(EngineError) in
            messages.append(part)
            while let progress = try messages.next() { onOutput(progress.output) }
        }
        if let progress = try messages.last() { onOutput(progress.output) }
    }
}
