import ManifoldPlan
import ManifoldResources

/// A container of a scene's engine.
struct LiveSketch {
    var id: String
    var address: ResourceAddress
    /// What it was asked to be, or what somebody made of it since.
    var spec: ContainerSpec
    /// What manifold made it from; nil where its label cannot be read.
    var recorded: ContainerSpec?
    var truncated: Set<FieldName> = []
    var state = ContainerState(.running)
    var started = "2026-11-24T10:00:01.000000000Z"
    var created = "2026-11-24T10:00:00.000000000Z"
    var image: ImageSketch
    /// Whether its image is gone, so that nobody can tell what it supplied.
    var hasLostImage = false
    var maker = ContainerMaker.manifold
    var networkIDs: [String: String] = [:]
    var firstNetwork: String?
    var anonymousVolumes: [String: String] = [:]
    var dependsOn: Set<String> = []
    var awaitsCompletion: Set<String> = []

    /// What an engine reports of it: its own settings laid over its image's.
    var fields: OpenFields {
        var fields = image.defaults
        let own = FieldTable.container.fields(of: spec)
        // The engine drops the image's command as soon as an entrypoint is given.
        if own["entrypoint"] != nil { fields["command"] = nil }
        for (name, value) in own {
            if case .map(let entries) = value, case .map(let supplied)? = fields[name] {
                fields[name] = .map(supplied.merging(entries) { $1 })
            } else {
                fields[name] = value
            }
        }
        return fields
    }

    var live: LiveContainer<FreeText> {
        LiveContainer(
            id: id,
            name: spec.name ?? "",
            address: address,
            state: state,
            created: created,
            started: started,
            fields: fields,
            imageDefaults: hasLostImage ? nil : image.defaults,
            imageID: image.id,
            record: recorded.map { record(of: FieldTable.container.fields(of: $0)) },
            maker: maker,
            networkIDs: networkIDs,
            firstNetwork: firstNetwork,
            anonymousVolumes: anonymousVolumes,
            volumeNames: spec.volumeNames,
            dependsOn: dependsOn,
            awaitsCompletion: awaitsCompletion
        )
    }

    private func record(of fields: OpenFields) -> SpecRecord {
        var record = SpecRecord(Scene.sealer.seal(fields), truncated: truncated)
        for name in truncated {
            guard let value = record.fields.removeValue(forKey: name) else { continue }
            record.digests[name] = RecordedValue(value).digest
        }
        return record
    }
}

/// An image of a scene's engine.
struct ImageSketch {
    var id = "sha256:1"
    /// What it supplies to its containers by itself.
    var defaults: OpenFields = [
        "environment": .map(["PATH": .text(FreeText("/bin", isShowable: false))]),
        "command": .list([.text(FreeText("serve", isShowable: false))]),
    ]
}

/// A network of a scene's engine.
struct NetworkSketch {
    var id: String
    var address: ResourceAddress?
    var spec: NetworkSpec
    var recorded: NetworkSpec?
    /// Names of running containers on it besides the scene's own, and of those that do not run.
    var strangers: Set<String> = []
    var stoppedStrangers: Set<String> = []
    /// Which container has which address, ids by address.
    var holders: [String: String] = [:]
    var isLabelled = true
}

/// A volume of a scene's engine.
struct VolumeSketch {
    var address: ResourceAddress?
    var spec: VolumeSpec
    var recorded: VolumeSpec?
    var isLabelled = true
    /// Seconds since 1970; nil for an engine that cannot tell.
    var created: Int64?
}

extension ContainerSpec {
    /// Engine names of the volumes that it mounts.
    var volumeNames: Set<String> {
        Set(mounts.values.compactMap { if case .volume(let name) = $0.source { name } else { nil } })
    }
}
