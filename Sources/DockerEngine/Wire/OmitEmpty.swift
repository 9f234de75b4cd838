/// A type with a value that the engine cannot tell from an absent field: Go's zero value.
public protocol Omittable: Codable, Equatable {
    /// Makes the value that stands for absent.
    init()
}

extension String: Omittable {}
extension Bool: Omittable {}
extension Int: Omittable {}
extension Int64: Omittable {}
extension Array: Omittable where Element: Codable & Equatable {}
extension Dictionary: Omittable where Key == String, Value: Codable & Equatable {}

/// A field that is read from `null` and from nothing as its zero value, and left out of a request when it has it.
///
/// The engine's structs do the same: to it `null`, `[]`, `""`, `0` and an absent key are one, except where a field is an
/// optional in this module.
///
/// That `Value` is `Omittable` is asked of whoever reads or writes it and not of the type: a type's own demands are looked
/// up at run time, among all conformances of the program, once for each `Value`.
@propertyWrapper
public struct OmitEmpty<Value> {
    /// The field's value; the zero value stands for absent.
    public var wrappedValue: Value

    /// Wraps a value.
    public init(wrappedValue: Value) {
        self.wrappedValue = wrappedValue
    }
}

extension OmitEmpty: Codable where Value: Omittable {
    /// Reads a value that is there.
    public init(from decoder: any Decoder) throws {
        self.init(wrappedValue: try Value(from: decoder))
    }

    /// Writes the value whatever it is; within a structure, a zero value is left out.
    public func encode(to encoder: any Encoder) throws {
        try wrappedValue.encode(to: encoder)
    }
}

// Synthesised `Codable` code picks these over the generic ones of the standard library, which would want the key.
extension KeyedDecodingContainer {
    func decode<Value: Omittable>(_: OmitEmpty<Value>.Type, forKey key: Key) throws -> OmitEmpty<Value> {
        OmitEmpty(wrappedValue: try decodeIfPresent(Value.self, forKey: key) ?? Value())
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Value: Omittable>(_ field: OmitEmpty<Value>, forKey key: Key) throws {
        guard field.wrappedValue != Value() else { return }
        try encode(field.wrappedValue, forKey: key)
    }
}

extension OmitEmpty: Equatable where Value: Equatable {}
extension OmitEmpty: Hashable where Value: Hashable {}
extension OmitEmpty: Sendable where Value: Sendable {}
