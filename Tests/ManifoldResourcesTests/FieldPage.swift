import ManifoldResources

/// A field table in Markdown: one line for each row, with what values of it look like.
struct FieldPage<Spec>: Sendable {
    let table: FieldTable<Spec>
    /// Values of all fields.
    let samples: [OpenFields]
    /// What people call the ways in which a field can change.
    var way: @Sendable (FieldChange) -> String = { $0.description }

    var text: String {
        let heads = ["field", "in the create call", "in inspect", "compared as", "secret", "to change it", "remarks"]
        let ruler = "|" + heads.map { _ in "---|" }.joined()
        return ([line(heads), ruler] + table.rows.map { line(cells(of: $0)) }).joined(separator: "\n")
    }

    private func line(_ cells: [String]) -> String {
        "| \(cells.joined(separator: " | ")) |"
    }

    private func cells(of row: Field<Spec>) -> [String] {
        let values = samples.compactMap { $0[row.name] }
        return [
            "`\(row.name)`", places(row.create), places(row.inspect), Self.shape(of: values),
            values.contains(where: Self.mayBeSecret) ? "possible" : "no", way(row.change), remarks(on: row),
        ]
    }

    private func places(_ text: String) -> String {
        text.split(separator: ", ").map { $0.contains(" ") ? String($0) : "`\($0)`" }.joined(separator: ", ")
    }

    private func remarks(on row: Field<Spec>) -> String {
        var remarks = row.requirements.map { requirement in
            let what = requirement.part.map { "`\($0)` " } ?? ""
            return "\(what)from API \(requirement.level)"
        }
        if row.isFilled { remarks.append("the engine has one of its own") }
        if row.isDroppable { remarks.append("not every host can") }
        return remarks.joined(separator: "; ")
    }

    /// Several values in the words of their kinds: `word`, `map of texts or flags`.
    private static func shape(of values: [FieldValue<FreeText>]) -> String {
        let shapes = Dictionary(grouping: values, by: kind)
        return shapes.keys.sorted()
            .map { kind in
                let inner = Set(shapes[kind, default: []].flatMap(parts).map { Self.kind(of: $0) }).sorted()
                guard !inner.isEmpty else { return kind }
                return "\(kind) of \(inner.map { $0.hasSuffix("s") ? $0 : "\($0)s" }.joined(separator: " or "))"
            }
            .joined(separator: ", or ")
    }

    private static func kind(of value: FieldValue<FreeText>) -> String {
        switch value {
        case .flag: "flag"
        case .number: "number"
        case .bytes: "bytes"
        case .duration: "duration"
        case .nanoCPUs: "processors"
        case .mode: "mode"
        case .word: "word"
        case .text: "text"
        case .list: "list"
        case .set: "set"
        case .map: "map"
        }
    }

    private static func parts(of value: FieldValue<FreeText>) -> [FieldValue<FreeText>] {
        switch value {
        case .flag, .number, .bytes, .duration, .nanoCPUs, .mode, .word, .text: []
        case .list(let values): values
        case .set(let values): Array(values)
        case .map(let entries): Array(entries.values)
        }
    }

    private static func mayBeSecret(_ value: FieldValue<FreeText>) -> Bool {
        if case .text = value { true } else { parts(of: value).contains(where: mayBeSecret) }
    }
}
