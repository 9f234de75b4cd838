package import ManifoldPlan
import ManifoldResources

/// What drifted, for people: each object with the fields that differ, then the sum of it.
package struct DriftText: Sendable {
    private let style: Style

    package init(color: Bool) {
        style = Style(color: color)
    }

    /// The whole text, ending in a line break.
    package func render(_ drift: Drift) -> String {
        var lines: [String] = []
        for finding in drift.findings {
            let name = finding.name.map { "  \(AnsiSafe.line($0))" } ?? ""
            lines.append(style.paint(AnsiSafe.line(finding.id.description), .strong) + name)
            let rows = finding.differences.map(DriftRow.init)
            let table = TableText(style: style, firstGap: 1)
            lines += table.lines(
                rows.map { row in
                    guard let field = row.field else { return ["  \(row.sentence)"] }
                    return ["  \(field):", "\(row.before ?? "none") → \(row.after ?? "none")"]
                }
            )
            lines.append("")
        }
        for address in drift.unrecorded {
            let what = "has no record that can be read, so its fields are not compared"
            lines.append("\(style.paint("note:", .strong)) \(AnsiSafe.line(address.description)) \(what)")
        }
        if !drift.unrecorded.isEmpty { lines.append("") }
        lines.append(style.paint(sum(of: drift), .strong))
        return lines.joined(separator: "\n") + "\n"
    }

    private func sum(of drift: Drift) -> String {
        let objects = drift.count == 1 ? "1 object" : "\(drift.count) objects"
        guard !drift.isEmpty else {
            return "No drift. \(objects) \(drift.count == 1 ? "is" : "are") as last applied."
        }
        let drifted = Set(drift.findings.map(\.id)).count
        return "Drift: \(drifted) of \(objects) \(drifted == 1 ? "differs" : "differ") from what was last applied."
    }
}

/// One difference in words, for both forms of the report.
struct DriftRow {
    /// A word for programs: `field`, `state`, `gone`, and others.
    let kind: String
    let field: String?
    let before: String?
    let after: String?
    /// What happened, where that is no field.
    let sentence: String

    init(_ difference: Drift.Difference) {
        switch difference {
        case .field(let path, let applied, let live):
            let sides = FieldValueText.change(at: path, from: applied, to: live)
            self.init(
                "field",
                field: AnsiSafe.line(path.description),
                before: applied == nil ? nil : sides.before,
                after: live == nil ? nil : sides.after
            )
        case .state(let state):
            self.init(
                "state",
                field: "state",
                before: "running",
                after: state.status == .exited ? "exited (\(state.exitCode))" : state.status.rawValue
            )
        case .gone: self.init("gone", "gone: removed outside manifold")
        case .networkRemade(let name):
            self.init("network-remade", "network \(AnsiSafe.line(name)) was removed and made again outside manifold")
        case .recreatedByCompose: self.init("recreated-by-compose", "recreated by docker compose")
        case .surplus: self.init("surplus", "a further container of this instance, made outside manifold")
        }
    }

    private init(
        _ kind: String,
        _ sentence: String = "",
        field: String? = nil,
        before: String? = nil,
        after: String? = nil
    ) {
        self.kind = kind
        self.field = field
        self.before = before
        self.after = after
        self.sentence = sentence
    }
}
