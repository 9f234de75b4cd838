import ManifoldResources

extension Lowering {
    /// Brings images to the engine, each once, whoever needs it.
    mutating func lowerImages() {
        for image in images {
            let id = image.desired.id
            let reference = image.desired.name
            switch image.outcome {
            case .keep: continue
            case .pull(let digest):
                imageSteps[reference] = steps.add(id, .pullImage(id, reference: reference, digest: digest))
            case .build:
                // The graph's order has images that others are built from before these.
                let bases = image.desired.needs.keys.filter { $0.kind == .image }
                let before = Set(
                    images.filter { bases.contains($0.desired.id) }.compactMap { imageSteps[$0.desired.name] }
                )
                imageSteps[reference] = steps.add(id, .buildImage(id, reference: reference), after: before)
            }
        }
    }
}
