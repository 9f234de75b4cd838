import ManifoldResources

/// A key of a build that not every builder can do anything with.
struct BuildDemand: Hashable, Sendable {
    let key: FieldName

    static func all(of build: BuildSpec) -> Set<BuildDemand> {
        let demands: [(FieldName, Bool)] = [
            ("build.secrets", !build.secrets.isEmpty), ("build.ssh", !build.sshKeys.isEmpty),
            ("build.additional_contexts", !build.furtherContexts.isEmpty),
            ("build.cache_to", !build.cacheTargets.isEmpty), ("build.no_cache_filter", !build.uncachedStages.isEmpty),
            ("build.entitlements", !build.entitlements.isEmpty), ("build.privileged", build.isPrivileged),
            ("build.provenance", build.provenance.map { $0 != "false" } ?? false),
            ("build.sbom", build.billOfMaterials.map { $0 != "false" } ?? false),
            ("build.isolation", build.isolation != nil), ("build.dockerfile", build.isSpeltOutForRemote),
        ]
        return Set(demands.filter(\.1).map { BuildDemand(key: $0.0) })
    }

    func isMet(by builder: Builder, on engine: EngineFacts) -> Bool {
        // BuildKit knows no isolation but its own; everything else is its, and nobody else's.
        switch builder {
        case .buildx where key == "build.additional_contexts":
            // The BuildKit in older engines refuses them ("unsupported frontend capability", 20.10).
            APILevel(engine.apiVersion).map { $0 >= APILevel(1, 42) } ?? true
        case .buildx: key != "build.isolation"
        case .engine: key == "build.isolation"
        }
    }
}

extension BuildSpec {
    /// Whether the manifest spells out a Dockerfile for a context that is fetched: the engine would fetch both.
    fileprivate var isSpeltOutForRemote: Bool {
        if case .remote = context { inlineDockerfile != nil } else { false }
    }
}
