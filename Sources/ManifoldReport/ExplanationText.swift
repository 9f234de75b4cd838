package import ManifoldDiagnostics
import ManifoldGraph
package import ManifoldPlan
import ManifoldResources

/// The explanation of one resource, for people.
package struct ExplanationText: Sendable {
    private let places: PlanPlaces
    private let style: Style

    package init(sources: SourceMap, color: Bool) {
        places = PlanPlaces(sources: sources)
        style = Style(color: color)
    }

    /// The whole text, ending in a line break.
    package func render(_ explanation: Explanation) -> String {
        var lines = [headline(explanation)]
        if explanation.instanceCount > 1 { lines.append("one of \(explanation.instanceCount) instances") }
        let heads = ["FIELD", "VALUE", "FROM", "TO CHANGE IT"].map { TableText.Cell($0, .faint) }
        section(&lines, nil, explanation.values.isEmpty ? [] : [heads] + explanation.values.map(row))
        if !explanation.unset.isEmpty {
            let names = explanation.unset.map(\.description).joined(separator: ", ")
            lines += ["", "Nobody sets, so the engine's own way holds: \(names)"]
        }
        section(&lines, "Needs", explanation.needs.map(row))
        section(&lines, "Needed by", explanation.dependants.map(row))
        section(&lines, "A replacement would", explanation.effects.map(row))
        return lines.joined(separator: "\n") + "\n"
    }

    private func headline(_ explanation: Explanation) -> String {
        let state = explanation.state?.status.rawValue ?? (explanation.isPresent ? nil : "not there yet")
        let parts = [AnsiSafe.line(explanation.name), state].compactMap { $0 }.joined(separator: ", ")
        let place = explanation.declaration.flatMap(places.place).map { "  \($0)" } ?? ""
        return "\(style.paint(AnsiSafe.line(explanation.id.description), .strong))  \(parts)\(place)"
    }

    private func section(_ lines: inout [String], _ title: String?, _ rows: [[TableText.Cell]]) {
        guard !rows.isEmpty else { return }
        lines.append("")
        if let title { lines.append(style.paint(title, .strong)) }
        lines += TableText(style: style).lines(rows).map { title == nil ? $0 : "  \($0)" }
    }

    // MARK: Rows

    private func row(_ value: Explanation.Value) -> [TableText.Cell] {
        var text = FieldValueText.change(at: value.path, from: value.value, to: nil).before
        if let live = value.live {
            text += " (now \(FieldValueText.change(at: value.path, from: value.value, to: live.value).after))"
        }
        return [
            TableText.Cell(AnsiSafe.line(value.path.description)), TableText.Cell(text),
            TableText.Cell(source(value.source)), TableText.Cell(way(of: value)),
        ]
    }

    private func way(of value: Explanation.Value) -> String {
        guard let policy = value.policy else { return value.way.description }
        if policy == .recreate { return FieldChange.replace.description }
        let obstacle = value.obstacle.map { " (by a restart: \(SignalObstacleText.text(of: $0)))" } ?? ""
        return "contents in place, x-on-change: \(AnsiSafe.line(policy.description))\(obstacle); else replace"
    }

    private func source(_ source: Explanation.Source) -> String {
        switch source {
        case .manifest(let origin): origin.flatMap(places.description) ?? "implied by the manifest"
        case .image(let reference): "the image \(AnsiSafe.line(reference))"
        case .engine: "the engine"
        case .outside: "changed outside manifold"
        }
    }

    private func row(_ edge: Explanation.Edge) -> [TableText.Cell] {
        let condition =
            switch edge.need.condition {
            case .existing: "there"
            case .started: "started"
            case .healthy: "healthy"
            case .completed: "completed"
            }
        return [
            TableText.Cell(AnsiSafe.line(edge.id.description)),
            TableText.Cell(condition + (edge.need.restartsDependant ? ", restarts along" : "")),
            TableText.Cell(edge.need.span.flatMap(places.place) ?? "implied by the manifest"),
        ]
    }

    private func row(_ effect: Explanation.Effect) -> [TableText.Cell] {
        let cause = effect.because.map { "because of \(AnsiSafe.line($0.description))" } ?? ""
        return [
            TableText.Cell("\(effect.action.rawValue) \(AnsiSafe.line(effect.id.description))"),
            TableText.Cell(
                DisruptionText.remark(effect.disruption, effect.outage),
                PlanActionWords.tone(of: effect.disruption)
            ),
            TableText.Cell(cause),
        ]
    }
}
