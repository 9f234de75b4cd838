import OrderedCollections

/// One text with its variables replaced, by Compose's grammar: `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`,
/// `${VAR:?error}`, `${VAR?error}`, `${VAR:+other}`, `${VAR+other}`, and `$$` for a dollar sign.
struct Substitution {
    /// What stops a substitution.
    enum Problem: Error, Hashable {
        /// `${` is not followed by a name, an operator and a closing brace.
        case invalid
        /// A `:?` or `?` variable is not set; the message as the author wrote it.
        case required(name: String, message: String)
        /// More than a value may reasonably hold.
        case tooLong
    }

    /// A variable that is read without a default and is not set.
    struct Unset {
        let name: String
        /// Which of the text's dollar signs it is, from 0.
        let dollar: Int
    }

    private(set) var text = ""
    /// The variables whose values became part of the text, each once.
    var variables: [String] { Array(used) }
    private(set) var unset: [Unset] = []
    private(set) var problem: Problem?
    /// Which of the text's dollar signs the problem is at, from 0.
    private(set) var problemDollar = 0

    /// What a lookup finds: the value, and the variables that it is made of in turn.
    struct Found {
        let value: String
        let variables: [String]
    }

    private static let deepest = 50

    private var used: OrderedSet<String> = []
    private var output: [UInt8] = []
    private let longest: Int
    private var dollars = 0

    /// Whether there is anything to replace.
    static func concerns(_ text: String) -> Bool {
        text.utf8.contains(dollar)
    }

    /// No text becomes longer than 4 MB, or than `longest` where that is less.
    init(_ template: String, longest: Int = .max, lookup: (String) -> Found?) {
        self.longest = min(longest, 4 << 20)
        let source = Array(template.utf8)
        do throws(Problem) {
            try expand(source[...], depth: 0, lookup)
        } catch {
            problem = error
        }
        text = String(decoding: output, as: UTF8.self)
    }

    private static let dollar = UInt8(ascii: "$")
    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")

    private mutating func expand(
        _ source: ArraySlice<UInt8>,
        depth: Int,
        _ lookup: (String) -> Found?
    ) throws(Problem) {
        if depth > Self.deepest { throw .invalid }
        var rest = source
        while let sign = rest.firstIndex(of: Self.dollar) {
            output += rest[..<sign]
            let position = dollars
            dollars += 1
            rest = rest[(sign + 1)...]
            if rest.first == Self.dollar {
                dollars += 1
                output.append(Self.dollar)
                rest = rest.dropFirst()
            } else if rest.first == Self.open {
                problemDollar = position
                let end = try Self.closingBrace(of: rest)
                try replace(Expression(rest[(rest.startIndex + 1)..<end]), at: position, depth: depth, lookup)
                rest = rest[(end + 1)...]
            } else {
                let name = rest.prefix(Self.nameLength(rest))
                rest = rest[name.endIndex...]
                if name.isEmpty {
                    // `$1`, `$(` and a dollar sign at the end stand for themselves.
                    output.append(Self.dollar)
                } else {
                    try replace(Expression(name), at: position, depth: depth, lookup)
                }
            }
        }
        output += rest
        if output.count > longest { throw .tooLong }
    }

    private mutating func replace(
        _ expression: Expression?,
        at position: Int,
        depth: Int,
        _ lookup: (String) -> Found?
    ) throws(Problem) {
        guard let expression else { throw .invalid }
        let found = lookup(expression.name)
        let counts = found.map { !expression.emptyIsUnset || !$0.value.isEmpty } ?? false
        // Dollar signs in an operand that is passed over count too.
        let behind = dollars + expression.operand.count { $0 == Self.dollar }
        switch expression.form {
        case .plain:
            if let found {
                insert(found, of: expression.name)
            } else {
                unset.append(Unset(name: expression.name, dollar: position))
            }
        case .defaulted:
            if counts, let found {
                try passOver(expression.operand, depth: depth + 1, lookup)
                insert(found, of: expression.name)
            } else {
                try expand(expression.operand, depth: depth + 1, lookup)
            }
        case .replaced:
            if counts {
                try expand(expression.operand, depth: depth + 1, lookup)
            } else {
                try passOver(expression.operand, depth: depth + 1, lookup)
            }
        case .required:
            guard counts, let found else {
                problemDollar = position
                throw .required(name: expression.name, message: String(decoding: expression.operand, as: UTF8.self))
            }
            try passOver(expression.operand, depth: depth + 1, lookup)
            insert(found, of: expression.name)
        }
        dollars = behind
        if output.count > longest { throw .tooLong }
    }

    /// What is not put in must be right all the same: Compose works it out before it looks whether it is needed.
    private mutating func passOver(
        _ operand: ArraySlice<UInt8>,
        depth: Int,
        _ lookup: (String) -> Found?
    ) throws(Problem) {
        guard operand.contains(Self.dollar) else { return }
        // What was there is put aside rather than copied: there can be many operands in a long text.
        let kept = output
        let counts = (used.count, unset.count)
        output = []
        defer { output = kept }
        try expand(operand, depth: depth, lookup)
        used.removeLast(used.count - counts.0)
        unset.removeLast(unset.count - counts.1)
    }

    private mutating func insert(_ found: Found, of name: String) {
        output += found.value.utf8
        used.append(name)
        used.append(contentsOf: found.variables)
    }

    /// Where the brace that `rest` begins with is closed; an inner brace without a partner leaves it to the last one.
    static func closingBrace(of rest: ArraySlice<UInt8>) throws(Problem) -> Int {
        var depth = 0
        var last: Int?
        for index in rest.indices {
            switch rest[index] {
            case open: depth += 1
            case close:
                depth -= 1
                last = index
                if depth == 0 { return index }
            default: break
            }
        }
        guard let last else { throw .invalid }
        return last
    }

    /// The length of the variable's name that a text begins with.
    static func nameLength(_ text: ArraySlice<UInt8>) -> Int {
        let name = text.prefix { byte in
            let letter = byte | 0x20
            return UInt8(ascii: "a")...UInt8(ascii: "z") ~= letter || byte == UInt8(ascii: "_")
                || DecimalNumber.isDigit(byte)
        }
        return name.first.map(DecimalNumber.isDigit) ?? true ? 0 : name.count
    }
}

extension Substitution {
    /// What stands between the braces.
    struct Expression {
        enum Form {
            case plain
            case defaulted
            case required
            case replaced
        }

        let name: String
        let form: Form
        /// Whether an empty value counts as none: the colon of `:-`.
        let emptyIsUnset: Bool
        let operand: ArraySlice<UInt8>

        init?(_ text: ArraySlice<UInt8>) {
            let length = Substitution.nameLength(text)
            if length == 0 { return nil }
            name = String(decoding: text.prefix(length), as: UTF8.self)
            var rest = text.dropFirst(length)
            if rest.isEmpty {
                form = .plain
                emptyIsUnset = false
                operand = rest
                return
            }
            emptyIsUnset = rest.first == UInt8(ascii: ":")
            if emptyIsUnset { rest.removeFirst() }
            switch rest.popFirst() {
            case UInt8(ascii: "-"): form = .defaulted
            case UInt8(ascii: "?"): form = .required
            case UInt8(ascii: "+"): form = .replaced
            default: return nil
            }
            operand = rest
        }
    }
}
