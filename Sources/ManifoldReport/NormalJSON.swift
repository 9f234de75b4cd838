import ManifoldManifest
package import ManifoldYAML
import SideBySide

/// Writes a normal form as `docker compose config --format json` does: `$` doubled, so that what is printed means the
/// same when it is read again, each entry on a line of its own.
package struct NormalJSON {
    private var bytes: [UInt8] = []

    private let indentation: Int

    private init(indentation: Int) {
        self.indentation = indentation
    }

    /// The text, to stand so many levels deep in a document: its first line is not indented.
    package static func write(_ node: Node, indentation: Int = 0, terminator: String = "") -> String {
        var writer = NormalJSON(indentation: indentation)
        writer.write(node, depth: 0)
        // Here rather than behind the text, which can be so long that another copy takes time.
        writer.bytes += terminator.utf8
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private mutating func write(_ node: Node, depth: Int) {
        switch node.content {
        case .scalar(let scalar): write(scalar, node)
        case .sequence(let items):
            open("[")
            for (index, item) in items.enumerated() {
                separate(index, depth + 1)
                write(item, depth: depth + 1)
            }
            close("]", depth, isEmpty: items.isEmpty)
        case .mapping(let pairs):
            let pairs = pairs.withoutExtensions
            open("{")
            if pairs.isManyPortions {
                let portions = pairs.mapPortions { [indentation] pairs in
                    var writer = NormalJSON(indentation: indentation)
                    writer.write(pairs, depth: depth)
                    return writer.bytes
                }
                // What stands behind this mapping is short as a rule.
                bytes.reserveCapacity(portions.reduce(2 * bytes.count + 4096) { $0 + $1.count + 1 })
                for (index, portion) in portions.enumerated() {
                    if index > 0 { bytes.append(UInt8(ascii: ",")) }
                    bytes += portion
                }
            } else {
                write(pairs, depth: depth)
            }
            close("}", depth, isEmpty: pairs.isEmpty)
        }
    }

    private mutating func write(_ pairs: [Node.Pair], depth: Int) {
        for (index, pair) in pairs.enumerated() {
            separate(index, depth + 1)
            JSONText.append(pair.key.scalarText ?? "", to: &bytes, doublingDollars: true)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(UInt8(ascii: " "))
            // Services stand at this depth.
            let isInService = depth == 2 && pair.key.isText(GoNames.key)
            write(isInService ? GoNames.devices(in: pair.value) : pair.value, depth: depth + 1)
        }
    }

    private mutating func write(_ scalar: Scalar, _ node: Node) {
        switch node.resolved {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .float(let value): bytes += JSONNumber.text(of: value).utf8
        case .string, nil: JSONText.append(scalar.text, to: &bytes, doublingDollars: true)
        }
    }

    private mutating func open(_ sign: Unicode.Scalar) { bytes.append(UInt8(ascii: sign)) }

    private mutating func separate(_ index: Int, _ depth: Int) {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        breakLine(depth)
    }

    private mutating func close(_ sign: Unicode.Scalar, _ depth: Int, isEmpty: Bool) {
        if !isEmpty { breakLine(depth) }
        bytes.append(UInt8(ascii: sign))
    }

    private mutating func breakLine(_ depth: Int) {
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth + indentation {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }

    /// A text as it is written in a normal form.
    static func doublingDollars(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        return String(text.flatMap { $0 == "$" ? [$0, $0] : [$0] })
    }
}
