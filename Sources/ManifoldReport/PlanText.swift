package import ManifoldDiagnostics
package import ManifoldPlan

/// A plan for people: each change with its reasons, then the notes, then the sum of it.
package struct PlanText: Sendable {
    /// Lines of a change longer than this have their causes on lines of their own.
    private static let widestLine = 120

    private let sources: SourceMap
    private let style: Style

    package init(sources: SourceMap, color: Bool) {
        self.sources = sources
        style = Style(color: color)
    }

    /// The whole text, ending in a line break.
    package func render(_ plan: Plan, destroying: Bool = false) -> String {
        var lines: [String] = []
        let blocks = PlanBlock.blocks(of: plan.changes, places: PlanPlaces(sources: sources))
        let headlines = TableText(style: style, firstGap: 1).lines(blocks.flatMap(\.headlines))
        var next = headlines.startIndex
        for block in blocks {
            let end = next + block.headlines.count
            // Changes of one line stand close together; one with details has air around it.
            if !block.isSingleLine, lines.last?.isEmpty == false { lines.append("") }
            lines += headlines[next..<end]
            lines += details(of: block)
            if !block.isSingleLine { lines.append("") }
            next = end
        }
        separate(&lines)
        for note in plan.notes {
            let isWarning = PlanNoteText.isWarning(note)
            let mark = style.paint(isWarning ? "warning:" : "note:", isWarning ? .changed : .strong)
            lines.append("\(mark) \(PlanNoteText.sentence(for: note, destroying: destroying))")
        }
        if let incompleteness = PlanScopeText.sentence(for: plan) {
            lines.append("\(style.paint("warning:", .changed)) \(incompleteness)")
        }
        separate(&lines)
        lines.append(style.paint(PlanSummary(plan: plan, destroying: destroying).line, .strong))
        return lines.joined(separator: "\n") + "\n"
    }

    private func separate(_ lines: inout [String]) {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    private func details(of block: PlanBlock) -> [String] {
        var lines: [String] = []
        if !block.fields.isEmpty {
            let table = TableText(style: style, firstGap: 1)
            let rows: [[TableText.Cell]] = block.fields.map { field in
                [
                    TableText.Cell("      \(field.path):"), TableText.Cell(field.values),
                    TableText.Cell(field.cause, .faint),
                ]
            }
            let plain = TableText(style: Style(color: false), firstGap: 1).lines(rows)
            if plain.allSatisfy({ $0.count <= Self.widestLine }) {
                lines += table.lines(rows)
            } else {
                for (row, field) in zip(table.lines(rows.map { Array($0.dropLast()) }), block.fields) {
                    lines += [row, "          \(style.paint(field.cause, .faint))"]
                }
            }
        }
        lines += block.sentences.map { "      \($0)" }
        return lines
    }
}
