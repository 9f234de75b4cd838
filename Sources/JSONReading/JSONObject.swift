/// The members of a JSON object whose keys are known.
public struct JSONObject<Key: CodingKey>: Sendable {
    @usableFromInline var members: JSONMembers

    @usableFromInline
    init(_ members: JSONMembers) {
        self.members = members
    }

    /// A member that may be null or absent.
    @inlinable
    public mutating func optional<Value: JSONReadable>(_ key: Key) throws(JSONError) -> Value? {
        guard let value = members.find(key.stringValue), !value.isNull else { return nil }
        return try Value(json: value)
    }

    /// A member that must be there.
    @inlinable
    public mutating func required<Value: JSONReadable>(_ key: Key) throws(JSONError) -> Value {
        guard let value = members.find(key.stringValue) else { throw members.missing(key.stringValue) }
        return try Value(json: value)
    }
}
