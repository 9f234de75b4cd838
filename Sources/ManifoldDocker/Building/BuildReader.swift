import Crypto
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// Reads what builds are made from: the contents of directories and Dockerfiles, each once, side by side.
struct BuildReader: Sendable {
    private typealias Outcome = Result<ContextDigest, ContextProblem>

    /// By the references of the images.
    func read(_ images: [ImageSpec]) async -> [String: BuildFacts<FreeText>] {
        let builds = images.compactMap { image in image.build.map { (image.reference, BuildPlaces($0)) } }
        let directories = Set(builds.flatMap { [$1.context].compactMap { $0 } + $1.furtherContexts.values })
        let digests = await withTaskGroup(of: (BuildPlaces.Directory, Outcome).self) { group in
            for directory in directories { group.addTask { (directory, Self.digest(of: directory)) } }
            return await group.reduce(into: [BuildPlaces.Directory: Outcome]()) { $0[$1.0] = $1.1 }
        }
        return Dictionary(
            uniqueKeysWithValues: builds.map { reference, places in
                do throws(ContextProblem) {
                    return (
                        reference,
                        try Self.facts(of: places) { directory throws(ContextProblem) in
                            guard let digest = digests[directory] else { preconditionFailure("it was read") }
                            return try digest.get()
                        }
                    )
                } catch {
                    return (reference, BuildFacts(problem: error.message))
                }
            }
        )
    }

    private static func digest(of directory: BuildPlaces.Directory) -> Outcome {
        do throws(ContextProblem) {
            return .success(try ContextDigest(directory.root, try directory.entries()))
        } catch {
            return .failure(error)
        }
    }

    private static func facts(
        of places: BuildPlaces,
        _ digest: (BuildPlaces.Directory) throws(ContextProblem) -> ContextDigest
    ) throws(ContextProblem) -> BuildFacts<FreeText> {
        var facts = BuildFacts<FreeText>()
        if let context = places.context {
            let digest = try digest(context)
            facts.contents["build.context"] = .text(FreeText(content: digest.bytes))
            facts.files = digest.parts.mapValues { FreeText(content: $0) }
        }
        if let dockerfile = places.dockerfile {
            let content = try FileBytes.all(of: dockerfile)
            facts.contents["build.dockerfile"] = .text(FreeText(content: Array(SHA256.hash(data: content))))
        }
        var further: [String: FieldValue<FreeText>] = [:]
        for (name, directory) in places.furtherContexts {
            further[name] = .text(FreeText(content: try digest(directory).bytes))
        }
        if !further.isEmpty { facts.contents["build.additional_contexts"] = .map(further) }
        return facts
    }
}
