/// The manifest's name of a field: `environment`, `mem_limit`, `networks`.
package struct FieldName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let description: String

    package init(_ name: String) {
        description = name
    }

    package init(stringLiteral value: String) {
        description = value
    }
}

extension FieldName: Comparable {
    package static func < (left: FieldName, right: FieldName) -> Bool {
        left.description < right.description
    }
}
