/// A type that is read from JSON.
///
/// `Decodable` is for any format, and what it reads goes through containers whose types are found out at run time. An
/// engine's answer has some two hundred fields for each container: that made up a quarter of a plan's instructions.
public protocol JSONReadable {
    /// Reads a value; of an object's members it takes those that it knows.
    init(json: JSONReader) throws(JSONError)
}

extension String: JSONReadable {
    /// Reads a string; half of a surrogate pair and what is no UTF-8 become U+FFFD.
    public init(json: JSONReader) throws(JSONError) {
        guard let string = json.tree.string(at: json.index) else { throw json.mismatch(expecting: "String") }
        self = string
    }
}

extension Bool: JSONReadable {
    /// Reads `true` or `false`.
    public init(json: JSONReader) throws(JSONError) {
        guard let boolean = json.tree.boolean(at: json.index) else { throw json.mismatch(expecting: "Bool") }
        self = boolean
    }
}

extension Int: JSONReadable {
    /// Reads a whole number that fits.
    public init(json: JSONReader) throws(JSONError) { self = try json.integer() }
}

extension Int32: JSONReadable {
    /// Reads a whole number that fits.
    public init(json: JSONReader) throws(JSONError) { self = try json.integer() }
}

extension Int64: JSONReadable {
    /// Reads a whole number that fits.
    public init(json: JSONReader) throws(JSONError) { self = try json.integer() }
}

extension JSONReader {
    /// A whole number that fits.
    fileprivate func integer<Integer: FixedWidthInteger>() throws(JSONError) -> Integer {
        guard let integer = tree.integer(at: index).flatMap({ Integer(exactly: $0) }) else {
            throw mismatch(expecting: "\(Integer.self)")
        }
        return integer
    }
}

// Inlinable, so that they are compiled for what they hold.

extension Optional: JSONReadable where Wrapped: JSONReadable {
    /// Reads null as nil.
    @inlinable
    public init(json: JSONReader) throws(JSONError) {
        self = json.isNull ? nil : try Wrapped(json: json)
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    /// Reads an array.
    @inlinable
    public init(json: JSONReader) throws(JSONError) {
        var elements = try JSONElements(json)
        self = []
        reserveCapacity(elements.count)
        while let element = elements.next() { append(try Element(json: element)) }
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    /// Reads an object; of members with the same key the last counts.
    @inlinable
    public init(json: JSONReader) throws(JSONError) {
        var members = try JSONMembers(json)
        self.init(minimumCapacity: members.count)
        while let (key, value) = members.next() { self[key] = try Value(json: value) }
    }
}
