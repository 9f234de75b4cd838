/// The elements of a JSON array, one after the other.
struct JSONElements: UnkeyedDecodingContainer {
    private let tree: JSONTree
    private let index: Int
    private var next: Int
    private(set) var currentIndex = 0
    let count: Int?

    init(_ tree: JSONTree, _ index: Int) {
        (self.tree, self.index) = (tree, index)
        next = index + 1
        var count = 0
        for _ in tree.children(of: index) { count += 1 }
        self.count = count
    }

    var codingPath: [any CodingKey] { tree.path(to: index) }
    var isAtEnd: Bool { next >= Int(tree[index].next) }

    private func element(_ type: Any.Type) throws -> JSONTreeDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(type, .init(codingPath: codingPath, debugDescription: "it has no more"))
        }
        return JSONTreeDecoder(tree: tree, index: next)
    }

    private mutating func take<Value>(_ decode: (JSONTreeDecoder) throws -> Value) throws -> Value {
        let value = try decode(element(Value.self))
        next = Int(tree[next].next)
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard try element(Any?.self).isNull else { return false }
        _ = try take { _ in () }
        return true
    }

    mutating func decode(_: Bool.Type) throws -> Bool { try take { try $0.decode(Bool.self) } }
    mutating func decode(_: String.Type) throws -> String { try take { try $0.decode(String.self) } }
    mutating func decode(_: Double.Type) throws -> Double { try take { try $0.floating() } }
    mutating func decode(_: Float.Type) throws -> Float { try take { try $0.floating() } }
    mutating func decode(_: Int.Type) throws -> Int { try take { try $0.integer() } }
    mutating func decode(_: Int8.Type) throws -> Int8 { try take { try $0.integer() } }
    mutating func decode(_: Int16.Type) throws -> Int16 { try take { try $0.integer() } }
    mutating func decode(_: Int32.Type) throws -> Int32 { try take { try $0.integer() } }
    mutating func decode(_: Int64.Type) throws -> Int64 { try take { try $0.integer() } }
    mutating func decode(_: UInt.Type) throws -> UInt { try take { try $0.integer() } }
    mutating func decode(_: UInt8.Type) throws -> UInt8 { try take { try $0.integer() } }
    mutating func decode(_: UInt16.Type) throws -> UInt16 { try take { try $0.integer() } }
    mutating func decode(_: UInt32.Type) throws -> UInt32 { try take { try $0.integer() } }
    mutating func decode(_: UInt64.Type) throws -> UInt64 { try take { try $0.integer() } }
    mutating func decode<Value: Decodable>(_: Value.Type) throws -> Value { try take { try $0.value() } }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try take { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try take { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try take { $0 } }
}
