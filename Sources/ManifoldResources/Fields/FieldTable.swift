/// All rows of one resource kind, in the order in which plans show differences.
package struct FieldTable<Spec>: Sendable {
    package let rows: [Field<Spec>]
    /// The rows that an engine may drop.
    package let droppable: [Field<Spec>]
    private let positions: [FieldName: Int]

    package init(_ rows: [Field<Spec>]) {
        self.rows = rows
        droppable = rows.filter { $0.isDroppable }
        positions = Dictionary(uniqueKeysWithValues: zip(rows.map(\.name), rows.indices))
    }

    package subscript(_ name: FieldName) -> Field<Spec>? {
        positions[name].map { rows[$0] }
    }

    /// The rows of these fields, in the table's order; names that the table does not know have none.
    package func rows(named names: Set<FieldName>) -> [Field<Spec>] {
        names.compactMap { positions[$0] }.sorted().map { rows[$0] }
    }

    private func values(in spec: Spec) -> OpenFields {
        var fields = OpenFields(minimumCapacity: 16)
        // Not row by row: to copy each would have all processors count the holders of its parts.
        for index in rows.indices {
            if let value = rows[index].value(spec) { fields[rows[index].name] = value }
        }
        return fields
    }
}

// One for each kind, so that each is compiled for it: a container is taken through a hundred rows, and what a row is would
// have to be found out at run time.

extension FieldTable<ContainerSpec> {
    /// A container as the fields that it sets.
    package func fields(of spec: ContainerSpec) -> OpenFields { values(in: spec) }
}

extension FieldTable<NetworkSpec> {
    /// A network as the fields that it sets.
    package func fields(of spec: NetworkSpec) -> OpenFields { values(in: spec) }
}

extension FieldTable<VolumeSpec> {
    /// A volume as the fields that it sets.
    package func fields(of spec: VolumeSpec) -> OpenFields { values(in: spec) }
}

extension FieldTable<ImageSpec> {
    /// An image as the fields that it sets.
    package func fields(of spec: ImageSpec) -> OpenFields { values(in: spec) }
}
