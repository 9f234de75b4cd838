import DockerEngine
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

extension FactsReader {
    /// The images that the graph names, by reference; nil is one that is not there.
    func readNamedImages() async throws(EngineError) -> [String: ImageInspect?] {
        let references = Set(graph?.imageReferences ?? []).sorted()
        let named = try await references.parallelMap { name throws(EngineError) in try await inspectImage(name) }
        return Dictionary(uniqueKeysWithValues: zip(references, named))
    }

    /// The images that the graph names by reference, and those of live containers by id; nil is one that is not there.
    ///
    /// Each is looked at once: most containers are made from what their references mean now.
    func readImages(
        of containers: [ContainerInspect],
        beside named: [String: ImageInspect?]
    ) async throws(EngineError) -> [String: ImageInspect?] {
        var images = named
        for image in named.values.compactMap({ $0 }) { images[image.id] = .some(image) }
        let further = Set(containers.map(\.imageID)).subtracting(images.keys).sorted()
        let others = try await further.parallelMap { id throws(EngineError) in try await inspectImage(id) }
        for (id, image) in zip(further, others) { images[id] = .some(image) }
        return images
    }

    /// Asks registries where the policies of images ask for it, and looks whether the engine has what they answer.
    func readRegistries(
        _ images: [String: ImageInspect?],
        into facts: inout OpenFacts
    ) async throws(EngineError) {
        guard let registry else { return }
        let due = (graph?.imageSpecs ?? []).filter { registry.isDue($0, images[$0.reference].flatMap { $0 }) }
        guard !due.isEmpty else { return }
        facts.registry = try await registry.answers(about: due.map(\.reference))
        var moved: [(reference: String, name: String)] = []
        for (reference, answer) in facts.registry {
            guard case .digest(let digest) = answer, let present = facts.images[reference],
                !present.digests.contains(digest), let name = try? ImageReference(reference)
            else { continue }
            moved.append((reference, "\(name.domain)/\(name.path)@\(digest)"))
        }
        let successors = try await moved.parallelMap { _, name throws(EngineError) in try await inspectImage(name) }
        for ((reference, _), image) in zip(moved, successors) {
            facts.successors[reference] = image.map { ImageFacts($0) }
        }
    }

    private func inspectImage(_ name: String) async throws(EngineError) -> ImageInspect? {
        do throws(EngineError) {
            return try await client.images.inspect(name)
        } catch  where error.isNotFound {
            return nil
        }
    }
}

extension ImageFacts<FreeText> {
    /// Reads an image; the key is that under which the label about its build can be read.
    init(_ image: ImageInspect, keyID: String? = nil) {
        var supplied = image.defaults
        let ports = image.config.exposedPorts
        if !ports.isEmpty { supplied[.exposedPorts] = .set(Set(ports.map { .word($0) })) }
        self.init(
            id: image.id,
            defaults: supplied,
            digests: Set(image.repoDigests.compactMap { $0.split(separator: "@").last.map { String($0) } }),
            record: keyID.flatMap { keyID in
                image.config.labels[LabelNames.build].flatMap { SpecRecord(label: $0, keyID: keyID) }
            }
        )
    }
}

extension ResourceGraph {
    /// All images that the graph wants.
    var imageSpecs: [ImageSpec] {
        ordered.compactMap { if case .image(let spec) = $0.spec { spec } else { nil } }
    }

    /// Their references, in normal form.
    var imageReferences: [String] { imageSpecs.map(\.reference) }
}
