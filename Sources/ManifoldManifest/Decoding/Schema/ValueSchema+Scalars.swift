/// Booleans, numbers, amounts and times may all be strings as well, since that is what variables give.
extension ValueSchema {
    /// `true` or `false`; the words of YAML 1.1 are taken too, in any case.
    static let flag = anyOf([
        .bool,
        .pattern("^(\(["true", "false", "yes", "no", "on", "off", "y", "n"].map(anyCase).joined(separator: "|")))$"),
    ])

    static func wholeNumber(_ range: ClosedRange<Int64> = .min ... .max) -> ValueSchema {
        .anyOf([.integer(range), .pattern(range.lowerBound < 0 ? "^[+-]?[0-9]+$" : #"^\+?[0-9]+$"#)])
    }

    static func decimal(_ range: ClosedRange<Double>) -> ValueSchema {
        .anyOf([.number(range), .pattern(#"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"#)])
    }

    /// An amount of memory: a number of bytes, or a number with a unit.
    static func bytes(unlimited: Bool = false) -> ValueSchema {
        let amount = #"\+?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)? *([kKmMgGtTpP][iI]?[bB]?|[bB])?"#
        return .anyOf([
            .integer((unlimited ? -1 : 0) ... .max), .pattern(unlimited ? "^(-1|\(amount))$" : "^\(amount)$"),
        ])
    }

    /// A time: numbers with units.
    static let duration = pattern(#"^\+?(0|(([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"#)

    /// Permissions: a number, or octal digits.
    static let fileMode = anyOf([.integer(0 ... .max), .pattern("^[0-7]+$")])

    static let restartPolicy = pattern("^(no|always|unless-stopped|on-failure(:[0-9]+)?)?$")

    /// A regular expression for a word in small or large letters.
    private static func anyCase(_ word: String) -> String {
        word.map { "[\($0)\($0.uppercased())]" }.joined()
    }
}
