import DockerEngine
import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Synchronization

extension EnginePerformer {
    /// How much of what a failed build prints is shown.
    private static let shownLines = 25

    /// Makes an image from its context; its label says from what.
    func buildImage(_ address: ResourceAddress) async throws {
        let image = imageSpec(of: address)
        guard let build = image.build else { preconditionFailure("\(address) is not built here") }
        let label = inputs.record(of: address).label(keyID: sealer.keyID)
        switch builder {
        case .buildx: try await buildWithBuildx(image, build, label)
        case .engine: try await buildWithEngine(image, build, label)
        }
    }

    private func buildWithBuildx(_ image: ImageSpec, _ build: BuildSpec, _ label: String) async throws {
        let command = BuildxCommand(image, build, on: client.endpoint.description, label: label) { address in
            imageSpec(of: address).reference
        }
        var run = ToolRun(program: "docker", arguments: command.arguments, input: command.input)
        for (name, value) in command.environment { run.environment[name] = value }
        let finished = await run.tail(lines: Self.shownLines)
        let reason: String
        switch finished.ending {
        case .exited(0): return
        case .exited(let code): reason = "`docker buildx build` ended with exit code \(code)"
        case .signalled: reason = "`docker buildx build` was killed"
        case .notFound: reason = "there is no program `docker` on PATH"
        case .deadlinePassed, .failed: reason = "`docker buildx build` could not be run"
        }
        throw OperationFailure(reason, details: Self.lines(of: finished.output))
    }

    private func buildWithEngine(_ image: ImageSpec, _ build: BuildSpec, _ label: String) async throws {
        var call = ImageBuild(image, build)
        call.labels[LabelNames.build] = label
        let archive: ContextArchive?
        do throws(ContextProblem) {
            archive = try Self.archive(of: build, &call)
        } catch {
            throw OperationFailure(error.message)
        }
        let tail = Mutex(TextTail(lines: Self.shownLines))
        do throws(EngineError) {
            try await client.images.build(call, context: archive?.parts, credentials: await logins.all()) { text in
                tail.withLock { $0.append(text.utf8) }
            }
        } catch {
            if let problem = archive?.problem { throw OperationFailure(problem.message) }
            throw OperationFailure("\(error)", details: Self.lines(of: tail.withLock { $0.text }))
        }
    }

    /// The context with its Dockerfile; nil where the engine fetches it.
    private static func archive(
        of build: BuildSpec,
        _ call: inout ImageBuild
    ) throws(ContextProblem) -> ContextArchive? {
        let places = BuildPlaces(build)
        guard let context = places.context else {
            if case .remote(let address) = build.context { call.remote = address.string }
            call.dockerfile = build.dockerfile
            return nil
        }
        let entries = try context.entries()
        var additions: [String: [UInt8]] = [:]
        let isIgnoring = FileBytes.exists(context.ignoreFile)
        // The engine applies the rules once more, and takes out by them what only the build itself needs.
        if isIgnoring { additions[".dockerignore"] = try FileBytes.all(of: context.ignoreFile) }
        if let inner = places.innerDockerfile {
            call.dockerfile = inner
            if !entries.contains(where: { $0.path == inner }) {
                additions[inner] = try FileBytes.all(of: "\(context.root)/\(inner)")
            }
        } else {
            let content: [UInt8] =
                if let text = build.inlineDockerfile { text.bytes } else {
                    try FileBytes.all(of: places.dockerfile ?? "")
                }
            call.dockerfile = ContextArchive.strayDockerfile
            additions[call.dockerfile] = content
            let rules = additions[".dockerignore"] ?? Array(".dockerignore".utf8)
            additions[".dockerignore"] = rules + Array("\n\(call.dockerfile)\n".utf8)
        }
        return ContextArchive(context.root, entries, adding: additions)
    }

    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
            .filter { line in line.contains { !$0.isWhitespace } }
    }
}

extension ImageBuild {
    init(_ image: ImageSpec, _ build: BuildSpec) {
        self.init()
        tags = [image.reference] + build.tags.sorted()
        arguments = build.arguments.mapValues(\.string)
        labels = build.labels.mapValues(\.string)
        target = build.target ?? ""
        platform = build.platform ?? ""
        network = build.network ?? ""
        isolation = build.isolation ?? ""
        extraHosts = build.extraHosts.sorted()
        sharedMemory = build.sharedMemory ?? 0
        ulimits = build.ulimits.sorted { $0.key < $1.key }
            .map { HostConfig.Ulimit(name: $0.key, soft: $0.value.soft, hard: $0.value.hard) }
        cacheSources = build.cacheSources
        usesNoCache = build.usesNoCache
        pullsBases = build.pullsBases
    }
}
