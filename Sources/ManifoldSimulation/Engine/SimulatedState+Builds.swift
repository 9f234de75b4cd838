import ManifoldExecution
import ManifoldPlan
import ManifoldResources

extension SimulatedState {
    /// What is in the contexts: one file each, which changes with every edit.
    func builds() -> [String: BuildFacts<FreeText>] {
        var builds: [String: BuildFacts<FreeText>] = [:]
        for case .image(let spec) in specs.values {
            guard let build = spec.build else { continue }
            var facts = BuildFacts<FreeText>(problem: script.contextProblems[spec.reference])
            let content = FreeText(content: [edits[spec.reference, default: 0]])
            if case .directory = build.context {
                facts.contents["build.context"] = .text(content)
                facts.files = ["app.txt": content, "lasting.txt": FreeText(content: [0])]
            }
            builds[spec.reference] = facts
        }
        return builds
    }

    /// Builds an image that knows from what, and supplies what all images of the simulation do.
    mutating func buildImage(_ address: ResourceAddress, _ reference: String) throws(OperationFailure) {
        guard !script.brokenBuilds.contains(reference) else { throw OperationFailure("the build failed") }
        let images: [(id: ResourceAddress, reference: String, fields: SealedFields)] = imageOrder.compactMap { id in
            guard case .image(let spec)? = specs[id], spec.build != nil else { return nil }
            return (id, spec.reference, seal(FieldTable.image.fields(of: spec)))
        }
        let builds = builds()
            .mapValues { build in
                var facts = BuildFacts<SealedText>()
                facts.contents = seal(build.contents)
                for (name, text) in build.files {
                    if case .text(let sealed)? = seal(["build.files": .text(text)])["build.files"] {
                        facts.files[name] = sealed
                    }
                }
                return facts
            }
        addImage(reference, SimulatedImage.plainDefaults)
        self.images[reference]?.record = BuildInputs(images, builds).record(of: address)
    }
}
