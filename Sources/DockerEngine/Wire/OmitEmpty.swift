import JSONReading

/// A type with a value that the engine cannot tell from an absent field: Go's zero value.
public protocol Omittable: Equatable {
    /// Makes the value that stands for absent.
    init()
}

extension String: Omittable {}
extension Bool: Omittable {}
extension Int: Omittable {}
extension Int64: Omittable {}
extension Array: Omittable where Element: Equatable {}
extension Dictionary: Omittable where Key == String, Value: Equatable {}

/// A field that is left out of a request when it has its zero value; `JSONObject.orZero` reads it back from nothing.
///
/// The engine's structs do the same: to it `null`, `[]`, `""`, `0` and an absent key are one, except where a field is an
/// optional in this module.
///
/// That `Value` is `Omittable` is asked of whoever writes it and not of the type: a type's own demands are looked up at run
/// time, among all conformances of the program, once for each `Value`.
@propertyWrapper
public struct OmitEmpty<Value> {
    /// The field's value; the zero value stands for absent.
    public var wrappedValue: Value

    /// Wraps a value.
    public init(wrappedValue: Value) {
        self.wrappedValue = wrappedValue
    }
}

extension OmitEmpty: Encodable where Value: Omittable & Encodable {
    /// Writes the value whatever it is; within a structure, a zero value is left out.
    public func encode(to encoder: any Encoder) throws {
        try wrappedValue.encode(to: encoder)
    }
}

// Synthesised `Encodable` code picks this over the generic one of the standard library, which would write the key.
extension KeyedEncodingContainer {
    mutating func encode<Value: Omittable & Encodable>(_ field: OmitEmpty<Value>, forKey key: Key) throws {
        guard field.wrappedValue != Value() else { return }
        try encode(field.wrappedValue, forKey: key)
    }
}

extension JSONObject {
    /// A member for which null and nothing are its zero value.
    mutating func orZero<Value: Omittable & JSONReadable>(_ key: Key) throws(JSONError) -> Value {
        try optional(key) ?? Value()
    }
}

extension OmitEmpty: Equatable where Value: Equatable {}
extension OmitEmpty: Hashable where Value: Hashable {}
extension OmitEmpty: Sendable where Value: Sendable {}
