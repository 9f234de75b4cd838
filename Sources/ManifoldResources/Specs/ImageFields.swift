extension FieldTable where Spec == ImageSpec {
    /// The field table of images that are built: what a build is made from, as the image's own label records it.
    ///
    /// Contents of directories are not in the spec: they are read with the facts, and take these fields' places.
    package static let image = FieldTable([
        built("build.context", "a tar archive") { $0.context.value },
        built("build.dockerfile", "?dockerfile") { build in
            if case .remote = build.context, build.inlineDockerfile == nil { return .word(build.dockerfile) }
            return build.inlineDockerfile.map { .text($0) }
        },
        built("build.args", "?buildargs") { map($0.arguments) { .text($0) } },
        built("build.labels", "?labels") { map($0.labels) { .text($0) } },
        built("build.target", "?target") { $0.target.map { .word($0) } },
        built("build.platform", "?platform") { $0.platform.map { .word($0) } },
        built("build.network", "?networkmode") { $0.network.map { .word($0) } },
        built("build.isolation", "?isolation") { $0.isolation.map { .word($0) } },
        built("build.extra_hosts", "?extrahosts") { wordSet($0.extraHosts) },
        built("build.shm_size", "?shmsize") { $0.sharedMemory.map { .bytes($0) } },
        built("build.ulimits", "?ulimits") { map($0.ulimits) { .list([.number($0.soft), .number($0.hard)]) } },
        built("build.additional_contexts", "buildx") { build in
            map(build.furtherContexts.compactMapValues(\.value)) { $0 }
        },
        built("build.tags", "?t") { wordSet($0.tags) },
        built("build.secrets", "buildx") { wordSet(Set($0.secrets.keys)) },
        built("build.ssh", "buildx") { build in
            wordSet(Set(build.sshKeys.map { String($0.prefix { $0 != "=" }) }))
        },
        built("build.privileged", "buildx") { $0.isPrivileged ? .flag(true) : nil },
        built("build.entitlements", "buildx") { wordSet($0.entitlements) },
        built("build.provenance", "buildx") { $0.provenance.map { .word($0) } },
        built("build.sbom", "buildx") { $0.billOfMaterials.map { .word($0) } },
    ])

    private static func built(
        _ name: FieldName,
        _ create: String,
        _ value: @escaping @Sendable (BuildSpec) -> FieldValue<FreeText>?
    ) -> Field<ImageSpec> {
        Field(name, create: create, inspect: "the record") { $0.build.flatMap(value) }
    }
}

extension BuildSpec.Source {
    /// What tells one source from another without looking into it; nil for a directory, whose place does not count.
    fileprivate var value: FieldValue<FreeText>? {
        switch self {
        case .directory: nil
        case .remote(let address): .text(address)
        case .image(let address): .word(address.description)
        }
    }
}
