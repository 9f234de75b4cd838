package import ManifoldPlan
import ManifoldResources
import ManifoldYAML

/// What drifted, for programs: the document of `schema/drift.schema.json`.
package enum DriftJSON {
    package static func render(_ drift: Drift, of system: String) -> String {
        let findings = drift.findings.flatMap { finding in
            finding.differences.map { entry(for: DriftRow($0), of: finding) }
        }
        let document = PlainValue.map([
            PlainValue.Entry(key: "format_version", value: .string("1.0")),
            PlainValue.Entry(key: "system", value: .string(system)),
            PlainValue.Entry(key: "objects", value: .integer(drift.count)),
            PlainValue.Entry(key: "drift", value: .list(findings)),
            PlainValue.Entry(
                key: "unrecorded",
                value: .list(drift.unrecorded.map { .string($0.description) })
            ),
        ])
        return JSONWriter.write(document, pretty: true) + "\n"
    }

    private static func entry(for row: DriftRow, of finding: Drift.Finding) -> PlainValue {
        func text(_ text: String?) -> PlainValue { text.map(PlainValue.string) ?? .null }
        return .map([
            PlainValue.Entry(key: "address", value: .string(finding.id.description)),
            PlainValue.Entry(key: "name", value: text(finding.name)),
            PlainValue.Entry(key: "kind", value: .string(row.kind)),
            PlainValue.Entry(key: "field", value: text(row.field)),
            PlainValue.Entry(key: "before", value: text(row.before)),
            PlainValue.Entry(key: "after", value: text(row.after)),
        ])
    }
}
