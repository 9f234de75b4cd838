/// Finds all variables that a text refers to, those in defaults and alternatives as well, whatever their values are.
struct VariableScan {
    /// Each reference, and which of the text's dollar signs it begins with, from 0.
    private(set) var found: [(expression: Substitution.Expression, dollar: Int)] = []
    private var dollars = 0

    private static let dollar = UInt8(ascii: "$")
    private static let deepest = 50

    init(_ text: String) {
        scan(Array(text.utf8)[...], depth: 0)
    }

    private mutating func scan(_ source: ArraySlice<UInt8>, depth: Int) {
        if depth > Self.deepest { return }
        var rest = source
        while let sign = rest.firstIndex(of: Self.dollar) {
            let position = dollars
            dollars += 1
            rest = rest[(sign + 1)...]
            switch rest.first {
            case Self.dollar:
                dollars += 1
                rest = rest.dropFirst()
            case UInt8(ascii: "{"):
                guard let end = try? Substitution.closingBrace(of: rest),
                    let expression = Substitution.Expression(rest[(rest.startIndex + 1)..<end])
                else {
                    // Substitution gives up here as well, and what follows could be read as many times as it is long.
                    return
                }
                found.append((expression, position))
                if expression.form == .required {
                    // The message is only ever shown.
                    dollars += expression.operand.count { $0 == Self.dollar }
                } else {
                    scan(expression.operand, depth: depth + 1)
                }
                rest = rest[(end + 1)...]
            default:
                let name = rest.prefix(Substitution.nameLength(rest))
                if let expression = Substitution.Expression(name) { found.append((expression, position)) }
                rest = rest[name.endIndex...]
            }
        }
    }
}
