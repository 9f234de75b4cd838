import ManifoldExecution
import ManifoldPlan
import ManifoldResources

extension SimulatedState {
    /// Makes a volume; one that exists already under the name stays as it is, and that is no error.
    mutating func createVolume(_ name: String, owner: ResourceAddress?, fields: OpenFields = [:]) {
        guard volumes[name] == nil else { return }
        let record = owner == nil ? nil : SpecRecord(seal(fields))
        volumes[name] = Volume(name: name, owner: owner, fields: fields, record: record, created: nextTime())
    }

    /// Makes the volume that a container gets where it, or its image, asks for one without a name.
    mutating func createAnonymousVolume() -> String {
        let name = "anonymous-\(nextNumber())"
        volumes[name] = Volume(
            name: name,
            owner: nil,
            fields: [:],
            record: nil,
            created: nextTime(),
            isAnonymous: true
        )
        return name
    }

    mutating func removeVolume(_ name: String) throws(OperationFailure) {
        guard volumes[name] != nil else { throw OperationFailure("get \(name): no such volume") }
        let isUsed = containers.values.contains {
            $0.volumeNames.contains(name) || $0.anonymousVolumes.values.contains(name)
        }
        guard !isUsed else { throw OperationFailure("remove \(name): volume is in use") }
        volumes[name] = nil
    }

    mutating func pullImage(_ reference: String, _ digest: String?) throws(OperationFailure) {
        guard !script.silentRegistries.contains(reference) else { throw OperationFailure("no answer") }
        if let published = published[reference] {
            guard digest == nil || digest == published.id else { throw OperationFailure("the tag has moved meanwhile") }
            images[reference] = published
            return
        }
        guard script.registry.contains(reference) else {
            throw OperationFailure("manifest for \(reference) not found: manifest unknown")
        }
        addImage(reference, SimulatedImage.plainDefaults)
    }

    /// Puts a new image under a reference in its registry.
    mutating func publish(_ reference: String, _ defaults: OpenFields) {
        published[reference] = SimulatedImage(
            id: "sha256:\(nextNumber())",
            reference: reference,
            defaults: defaults
        )
    }

    /// Adds an image, or moves its reference to a new one.
    mutating func addImage(_ reference: String, _ defaults: OpenFields) {
        images[reference] = SimulatedImage(id: "sha256:\(nextNumber())", reference: reference, defaults: defaults)
    }
}
