import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// The images of all services, each once: with the first place that names it, the most eager policy, and how it is built.
struct SharedImages {
    private struct Entry {
        var spec: ImageSpec
        var needs: [ResourceAddress: Need] = [:]
        var origins: [FieldPath: Origin]
        var declaration: SourceSpan?
        /// The service that builds it.
        var builder: Service?

        init(_ use: ImageUse) {
            spec = ImageSpec(reference: use.reference.normal)
            spec.platform = use.platform
            origins = use.origin.map { [FieldPath("image"): $0] } ?? [:]
            declaration = use.origin?.span
        }
    }

    private var entries: OrderedDictionary<ResourceAddress, Entry> = [:]

    var resources: [Resource] {
        entries.map { address, entry in
            Resource(
                id: address,
                spec: .image(entry.spec),
                needs: entry.needs,
                origins: entry.origins,
                declaration: entry.declaration
            )
        }
    }

    mutating func add(_ use: ImageUse, reporting diagnostics: inout Diagnostics) {
        let isKnown = entries[use.address] != nil
        var entry = entries[use.address] ?? Entry(use)
        // Who only uses what another service builds has no say in where it comes from.
        let isBuiltElsewhere = entry.builder != nil && use.build == nil
        if entry.builder == nil, use.build != nil {
            entry.spec.policy = use.policy
        } else if !isBuiltElsewhere {
            entry.spec.policy = isKnown ? max(entry.spec.policy, use.policy) : use.policy
        }
        if let build = use.build { add(build, to: &entry, reporting: &diagnostics) }
        entries[use.address] = entry
    }

    private func add(_ build: ImageUse.Build, to entry: inout Entry, reporting diagnostics: inout Diagnostics) {
        if let known = entry.spec.build, let builder = entry.builder {
            guard known != build.lowering.spec else { return }
            let reference = entry.spec.reference
            diagnostics.report(GraphDiagnostics.builtTwice(reference, by: build.service, and: builder))
            return
        }
        entry.spec.build = build.lowering.spec
        entry.spec.platform = build.lowering.spec.platform
        entry.builder = build.service
        entry.needs = build.lowering.needs
        entry.origins.merge(build.lowering.origins) { $1 }
        entry.declaration = build.service.setting("build")?.origin.span ?? entry.declaration
    }
}
