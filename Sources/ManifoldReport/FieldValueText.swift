package import ManifoldResources

/// Values of fields as people read them; a text that may not be shown is `(hidden)`.
package enum FieldValueText {
    package typealias Value = FieldValue<SealedText>
    package typealias Sides = (before: String, after: String)

    private static let hidden = "(hidden)"
    private static let none = "none"
    /// An entry of a map that is named so as to have no value: a variable that hides the image's.
    private static let unset = "unset"
    /// The longest list that is shown in full, and how many of its items stay at either end of a longer one.
    private static let longestList = 12
    private static let keptItems = (first: 8, last: 2)

    package static func text(of value: Value?) -> String {
        guard let value else { return none }
        switch value {
        case .flag(let value): return value ? "true" : "false"
        case .number(let value): return "\(value)"
        case .bytes(let value): return FieldUnits.bytes(value)
        case .duration(let value): return FieldUnits.duration(nanoseconds: value)
        case .nanoCPUs(let value): return FieldUnits.processors(nano: value)
        case .mode(let value): return FieldUnits.mode(value)
        case .word(let word): return text(ofWord: word)
        case .text(let text): return text.shown.map { AnsiSafe.quoted(FieldTextCut.cut($0)) } ?? hidden
        case .list(let items): return list(items.map { text(of: $0) })
        case .set(let items): return set(items)
        case .map(let entries): return map(entries)
        }
    }

    /// Both sides of a change of the field at a path.
    package static func change(at path: FieldPath, from before: Value?, to after: Value?) -> Sides {
        let sides = change(from: before, to: after)
        guard path.entry != nil else { return sides }
        return (before == .flag(false) ? unset : sides.before, after == .flag(false) ? unset : sides.after)
    }

    /// Both sides of a change; they read differently wherever the values differ, even where neither may be shown.
    package static func change(from before: Value?, to after: Value?) -> Sides {
        var texts = pair(before, after)
        if before != after, texts.before == texts.after { texts.after = marked(texts.after) }
        return texts
    }

    private static func pair(_ before: Value?, _ after: Value?) -> Sides {
        switch (before, after) {
        case (.text(let before), .text(let after)):
            switch (before.shown, after.shown) {
            case (let before?, let after?):
                let (before, after) = FieldTextCut.cut(before, after)
                return (AnsiSafe.quoted(before), AnsiSafe.quoted(after))
            case (nil, nil): return (hidden, before == after ? hidden : marked(hidden))
            default: return (text(of: .text(before)), text(of: .text(after)))
            }
        case (.list(let before), .list(let after)) where before.count == after.count:
            let pairs = zip(before, after).map { change(from: $0, to: $1) }
            return (list(pairs.map(\.before)), list(pairs.map(\.after)))
        default:
            return (text(of: before), text(of: after))
        }
    }

    /// Says of something that reads like its counterpart that it is not.
    private static func marked(_ text: String) -> String {
        text == hidden ? "(hidden, changed)" : "\(text) (changed)"
    }

    private static func text(ofWord word: String) -> String {
        let cut = FieldTextCut.cut(word, to: 96)
        // Docker has values that are called `none`, and they are something else than no value.
        let isPlain = !cut.isEmpty && cut != none && !cut.contains { $0.isWhitespace || $0 == "\"" }
        return isPlain ? AnsiSafe.line(cut) : AnsiSafe.quoted(cut)
    }

    private static func list(_ items: [String]) -> String {
        "[\(shortened(items).joined(separator: ", "))]"
    }

    private static func set(_ items: Set<Value>) -> String {
        let texts = items.map { text(of: $0) }.sorted(by: NaturalOrder.areInIncreasingOrder)
        return "{\(shortened(texts).joined(separator: ", "))}"
    }

    private static func map(_ entries: [String: Value]) -> String {
        let texts = entries.sorted { NaturalOrder.areInIncreasingOrder($0.key, $1.key) }
            .map { "\(AnsiSafe.line($0.key)): \(text(of: $0.value))" }
        return "{\(shortened(texts).joined(separator: ", "))}"
    }

    private static func shortened(_ items: [String]) -> [String] {
        guard items.count > longestList else { return items }
        let left = items.count - keptItems.first - keptItems.last
        return items.prefix(keptItems.first) + ["… \(left) more …"] + items.suffix(keptItems.last)
    }
}
