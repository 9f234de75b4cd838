import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// Pieces of plans made by hand.
enum PlanFixture {
    static let secret = "hunter2-s3cr3t"

    /// A manifest in which `place(line)` finds spans.
    static var sources: SourceMap {
        var sources = SourceMap()
        let text = (1...40).map { "line \($0) of the manifest\n" }.joined()
        _ = sources.add(SourceFile(name: "manifold.yaml", text: Array(text.utf8)))
        _ = sources.add(SourceFile(name: "web.env", text: Array(text.utf8)))
        return sources
    }

    /// The span that begins at column 5 of a line.
    static func place(_ line: Int, file: UInt32 = 0) -> SourceSpan {
        let id = FileID(rawValue: file)
        let start = (sources[id].offsets(ofLine: line)?.lowerBound ?? 0) + 4
        return SourceSpan(file: id, start: start, end: start + 3)
    }

    static func shown(_ text: String) -> FieldValue<SealedText> {
        .text(SealedText(digest: "digest of \(text)", shown: text))
    }

    static func hidden(_ text: String) -> FieldValue<SealedText> {
        .text(SealedText(digest: String(text.hashValue), shown: nil))
    }

    static func difference(
        _ path: FieldPath,
        _ before: FieldValue<SealedText>?,
        _ after: FieldValue<SealedText>?,
        _ cause: FieldDifference.Cause = .manifestChanged,
        _ origin: Origin? = Origin(place(12)),
        needsReplacement: Bool = false,
        policy: ContentPolicy? = nil
    ) -> Reason {
        .field(
            FieldDifference(
                path: path,
                before: before,
                after: after,
                cause: cause,
                origin: origin,
                needsReplacement: needsReplacement,
                policy: policy
            )
        )
    }

    static func change(
        _ id: ResourceAddress,
        _ name: String,
        _ actions: [Action],
        _ reasons: [Reason],
        _ disruption: Disruption = .none,
        outage: Outage? = nil,
        line: Int? = nil
    ) -> Change {
        Change(
            id: id,
            name: name,
            actions: actions,
            reasons: reasons,
            disruption: disruption,
            outage: outage,
            origin: line.map { place($0) }
        )
    }

    static func plan(
        _ changes: [Change] = [],
        notes: [Note] = [],
        steps: [Step] = [],
        unchanged: Int = 0
    ) -> Plan {
        Plan(
            system: SystemIdentity(name: "shop", directory: "/srv/shop", files: ["/srv/shop/manifold.yaml"]),
            engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
            changes: changes,
            notes: notes,
            steps: steps,
            unchangedCount: unchanged
        )
    }
}
