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

    /// A spec as the fields that it sets.
    package func fields(of spec: Spec) -> OpenFields {
        var fields: OpenFields = [:]
        for row in rows {
            if let value = row.value(spec) { fields[row.name] = value }
        }
        return fields
    }
}
