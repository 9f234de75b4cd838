/// A spelling on the wire that differs from the Swift value.
public protocol WireForm {
    /// The value in Swift.
    associatedtype Value: Hashable, Sendable
    /// The value in JSON.
    associatedtype Wire: Codable

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

extension Wired: Codable {
    /// Reads a value that is there.
    public init(from decoder: any Decoder) throws {
        self.init(wrappedValue: Form.read(try Form.Wire(from: decoder)))
    }

    /// Writes the value whatever it is; within a structure, an unset value is left out.
    public func encode(to encoder: any Encoder) throws {
        try Form.write(wrappedValue).encode(to: encoder)
    }
}

extension KeyedDecodingContainer {
    func decode<Form>(_: Wired<Form>.Type, forKey key: Key) throws -> Wired<Form> {
        Wired(wrappedValue: try decodeIfPresent(Form.Wire.self, forKey: key).map(Form.read) ?? Form.unset)
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Form>(_ field: Wired<Form>, forKey key: Key) throws {
        guard field.wrappedValue != Form.unset else { return }
        try encode(Form.write(field.wrappedValue), forKey: key)
    }
}
