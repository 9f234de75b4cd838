/// A value without places: what is to be written as YAML or JSON, in the order in which it is to be written.
package indirect enum PlainValue: Hashable, Sendable {
    /// One entry of a mapping.
    package struct Entry: Hashable, Sendable {
        package let key: String
        package let value: PlainValue

        package init(key: String, value: PlainValue) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case list([PlainValue])
    case map([Entry])
}
