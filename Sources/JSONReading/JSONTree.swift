/// A JSON text (RFC 8259) taken apart: its values in the order of the text, without copies of what stands in them.
///
/// Foundation's decoder reads the same texts, but it makes up a third of a plan's instructions (it makes dictionaries of
/// all objects, and looks up for each type whether it is one of its special ones); a plan reads each container whole.
final class JSONTree: Sendable {
    enum Kind: UInt8, Sendable {
        case null
        case boolean
        case number
        /// A string that stands for itself.
        case string
        /// A string with escapes in it.
        case escapedString
        case array
        /// Its keys and values follow in turn.
        case object
    }

    struct Value: Sendable {
        let kind: Kind
        /// Where it begins in the text and where it ends, a string without its quotes.
        let start: UInt32
        var end: UInt32
        /// The index of the value behind it and behind all that is in it.
        var next: UInt32
    }

    /// Why a text is none, with the place in bytes from its beginning.
    struct Malformed: Error {
        let offset: Int
    }

    let text: [UInt8]
    let values: [Value]

    /// Takes a text apart, which must hold one value and nothing else.
    init(_ text: [UInt8]) throws(Malformed) {
        self.text = text
        values = try text.withUnsafeBufferPointer { text throws(Malformed) in
            var parser = JSONParser(text)
            return try parser.parse()
        }
    }

    subscript(_ index: Int) -> Value { values[index] }

    /// The indices of an array's elements, or of an object's keys and values in turn.
    func children(of index: Int) -> some Sequence<Int> {
        let end = Int(values[index].next)
        return sequence(first: index + 1) { Int(self.values[$0].next) }.prefix { $0 < end }
    }
}
