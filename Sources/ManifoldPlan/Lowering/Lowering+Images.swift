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
            }
        }
    }
}
