/// All rows of one resource kind, in the order in which plans show differences.
package struct FieldTable<Spec>: Sendable {
    package let rows: [Field<Spec>]
    private let positions: [FieldName: Int]

    package init(_ rows: [Field<Spec>]) {
        self.rows = rows
        positions = Dictionary(uniqueKeysWithValues: zip(rows.map(\.name), rows.indices))
    }

    package subscript(_ name: FieldName) -> Field<Spec>? {
        positions[name].map { rows[$0] }
    }

    /// The rows of these fields, in the table's order; names that the table does not know have none.
    package func rows(named names: Set<FieldName>) -> [Field<Spec>] {
        names.compactMap { positions[$0] }.sorted().map { rows[$0] }
    }

    /// A spec as the fields that it sets.
    package func fields(of spec: Spec) -> OpenFields {
        var fields: OpenFields = [:]
        for row in rows {
            if let value = row.value(spec) { fields[row.name] = value }
        }
        return fields
    }
}
