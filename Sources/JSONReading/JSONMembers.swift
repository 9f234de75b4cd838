/// The members of a JSON object, by key.
final class JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let tree: JSONTree
    private let index: Int
    /// Where the last key was found: the next one that is wanted often stands behind it.
    private var latest: Int

    init(_ tree: JSONTree, _ index: Int) {
        (self.tree, self.index) = (tree, index)
        latest = index + 1
    }

    var codingPath: [any CodingKey] { tree.path(to: index) }

    var allKeys: [Key] {
        var isKey = false
        return tree.children(of: index)
            .compactMap { child in
                isKey.toggle()
                return isKey ? tree.string(at: child).flatMap { Key(stringValue: $0) } : nil
            }
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }

    /// What stands behind a key: it is looked for once around, from where the last one was found.
    private func find(_ key: Key) -> JSONTreeDecoder? {
        var name = key.stringValue
        return
            name.withUTF8 { name in
                position(of: name, from: latest, to: Int(tree[index].next))
                    ?? position(of: name, from: index + 1, to: latest)
            }
            .map(found)
    }

    private func position(of name: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        var current = start
        while current < end {
            if tree.isString(at: current, name) { return current }
            current = Int(tree[current + 1].next)
        }
        return nil
    }

    private func found(_ position: Int) -> JSONTreeDecoder {
        latest = Int(tree[position + 1].next)
        return JSONTreeDecoder(tree: tree, index: position + 1)
    }

    private func value(_ key: Key) throws -> JSONTreeDecoder {
        if let value = find(key) { return value }
        throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "it is not there"))
    }

    /// What stands behind a key, unless it is null.
    private func present(_ key: Key) -> JSONTreeDecoder? {
        find(key).flatMap { $0.isNull ? nil : $0 }
    }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }
    func decode(_: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(Bool.self) }
    func decode(_: String.Type, forKey key: Key) throws -> String { try value(key).decode(String.self) }
    func decode(_: Double.Type, forKey key: Key) throws -> Double { try value(key).floating() }
    func decode(_: Float.Type, forKey key: Key) throws -> Float { try value(key).floating() }
    func decode(_: Int.Type, forKey key: Key) throws -> Int { try value(key).integer() }
    func decode(_: Int8.Type, forKey key: Key) throws -> Int8 { try value(key).integer() }
    func decode(_: Int16.Type, forKey key: Key) throws -> Int16 { try value(key).integer() }
    func decode(_: Int32.Type, forKey key: Key) throws -> Int32 { try value(key).integer() }
    func decode(_: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).integer() }
    func decode(_: UInt.Type, forKey key: Key) throws -> UInt { try value(key).integer() }
    func decode(_: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(key).integer() }
    func decode(_: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(key).integer() }
    func decode(_: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(key).integer() }
    func decode(_: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(key).integer() }

    func decode<Value: Decodable>(_: Value.Type, forKey key: Key) throws -> Value {
        try value(key).value()
    }

    // The standard library's own versions look for the key three times.

    func decodeIfPresent(_: Bool.Type, forKey key: Key) throws -> Bool? { try present(key)?.decode(Bool.self) }
    func decodeIfPresent(_: String.Type, forKey key: Key) throws -> String? { try present(key)?.decode(String.self) }
    func decodeIfPresent(_: Int.Type, forKey key: Key) throws -> Int? { try present(key)?.integer() }
    func decodeIfPresent(_: Int64.Type, forKey key: Key) throws -> Int64? { try present(key)?.integer() }

    func decodeIfPresent<Value: Decodable>(_: Value.Type, forKey key: Key) throws -> Value? {
        try present(key).map { try $0.value() }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { JSONTreeDecoder(tree: tree, index: index) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}
