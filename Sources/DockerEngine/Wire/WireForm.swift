import JSONReading

/// A spelling on the wire that differs from the Swift value.
public protocol WireForm {
    /// The value in Swift.
    associatedtype Value: Hashable, Sendable
    /// The value in JSON.
    associatedtype Wire: Encodable

    /// The value that an absent field has and that is not sent.
    static var unset: Value { get }

    /// Turns what stands in an answer into a value.
    static func read(_ wire: Wire) -> Value

    /// Turns a value into what stands in a request.
    static func write(_ value: Value) -> Wire
}

/// A field that travels in another form than its Swift type's own; like `OmitEmpty` in all else.
@propertyWrapper
public struct Wired<Form: WireForm>: Hashable, Sendable {
    /// The field's value; the form's unset value stands for absent.
    public var wrappedValue: Form.Value

    /// Wraps a value.
    public init(wrappedValue: Form.Value) {
        self.wrappedValue = wrappedValue
    }
}

extension Wired: Encodable {
    /// Writes the value whatever it is; within a structure, an unset value is left out.
    public func encode(to encoder: any Encoder) throws {
        try Form.write(wrappedValue).encode(to: encoder)
    }
}

extension JSONObject {
    /// A member in another form than its Swift type's own, for which null and nothing are unset.
    mutating func wired<Form: WireForm>(_ key: Key, as _: Form.Type) throws(JSONError) -> Form.Value
    where Form.Wire: JSONReadable {
        guard let wire: Form.Wire = try optional(key) else { return Form.unset }
        return Form.read(wire)
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Form>(_ field: Wired<Form>, forKey key: Key) throws {
        guard field.wrappedValue != Form.unset else { return }
        try encode(Form.write(field.wrappedValue), forKey: key)
    }
}
