/// A field, or one entry of a field that is a map: `mem_limit`, `environment.LOG_LEVEL`.
package struct FieldPath: Hashable, Sendable {
    package let field: FieldName
    package let entry: String?

    package init(_ field: FieldName, _ entry: String? = nil) {
        self.field = field
        self.entry = entry
    }
}

extension FieldPath: CustomStringConvertible {
    package var description: String {
        entry.map { "\(field).\($0)" } ?? field.description
    }
}

extension FieldPath: Comparable {
    package static func < (left: FieldPath, right: FieldPath) -> Bool {
        left.field == right.field
            ? NaturalOrder.areInIncreasingOrder(left.entry ?? "", right.entry ?? "") : left.field < right.field
    }
}
