/// Makes Swift values of a JSON text.
package struct JSONTreeDecoder: Decoder {
    let tree: JSONTree
    /// The value that is to be decoded.
    let index: Int

    /// - Throws: `DecodingError`, without anything of what stands in the text.
    package static func decode<Value: Decodable>(_: Value.Type = Value.self, from text: [UInt8]) throws -> Value {
        let tree: JSONTree
        do {
            tree = try JSONTree(text)
        } catch {
            let context = DecodingError.Context(
                codingPath: [],
                debugDescription: "no json from byte \(error.offset) on"
            )
            throw DecodingError.dataCorrupted(context)
        }
        return try JSONTreeDecoder(tree: tree, index: 0).value()
    }

    package var codingPath: [any CodingKey] { tree.path(to: index) }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try expect(.object, as: [String: Any].self)
        return KeyedDecodingContainer(JSONMembers(tree, index))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try expect(.array, as: [Any].self)
        return JSONElements(tree, index)
    }

    package func singleValueContainer() -> any SingleValueDecodingContainer { self }

    private func expect(_ kind: JSONTree.Kind, as type: Any.Type) throws {
        guard tree[index].kind == kind else { throw mismatch(type) }
    }

    /// What is thrown where another kind of value stands than is wanted.
    func mismatch(_ type: Any.Type) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "it is something else")
        return isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    var isNull: Bool { tree[index].kind == .null }

    /// The value as any type; labels, of which answers are full, without the containers of the general way, which would
    /// take most of the time.
    func value<Value: Decodable>(_: Value.Type = Value.self) throws -> Value {
        if Value.self == [String: String].self, let texts = try texts() as? Value { return texts }
        return try Value(from: self)
    }

    private func texts() throws -> [String: String] {
        try expect(.object, as: [String: Any].self)
        var texts: [String: String] = [:]
        var key: String?
        for child in tree.children(of: index) {
            if let known = key {
                texts[known] = try JSONTreeDecoder(tree: tree, index: child).decode(String.self)
                key = nil
            } else {
                key = tree.string(at: child)
            }
        }
        return texts
    }

    func integer<Integer: FixedWidthInteger>() throws -> Integer {
        guard let integer: Integer = tree.integer(at: index) else { throw mismatch(Integer.self) }
        return integer
    }

    func floating<Number: LosslessStringConvertible>() throws -> Number {
        guard let number = tree.number(at: index).flatMap({ Number($0) }) else { throw mismatch(Number.self) }
        return number
    }
}

extension JSONTreeDecoder: SingleValueDecodingContainer {
    package func decodeNil() -> Bool { isNull }

    package func decode(_: Bool.Type) throws -> Bool {
        guard let boolean = tree.boolean(at: index) else { throw mismatch(Bool.self) }
        return boolean
    }

    package func decode(_: String.Type) throws -> String {
        guard let string = tree.string(at: index) else { throw mismatch(String.self) }
        return string
    }

    package func decode(_: Double.Type) throws -> Double { try floating() }
    package func decode(_: Float.Type) throws -> Float { try floating() }
    package func decode(_: Int.Type) throws -> Int { try integer() }
    package func decode(_: Int8.Type) throws -> Int8 { try integer() }
    package func decode(_: Int16.Type) throws -> Int16 { try integer() }
    package func decode(_: Int32.Type) throws -> Int32 { try integer() }
    package func decode(_: Int64.Type) throws -> Int64 { try integer() }
    package func decode(_: UInt.Type) throws -> UInt { try integer() }
    package func decode(_: UInt8.Type) throws -> UInt8 { try integer() }
    package func decode(_: UInt16.Type) throws -> UInt16 { try integer() }
    package func decode(_: UInt32.Type) throws -> UInt32 { try integer() }
    package func decode(_: UInt64.Type) throws -> UInt64 { try integer() }
    package func decode<Value: Decodable>(_: Value.Type) throws -> Value { try value() }
}
