import Testing

@testable import ManifoldManifest

@Suite("Variables in texts")
struct SubstitutionTests {
    private static let values = ["A": "1", "EMPTY": "", "LONG_name2": "x", "DOLLAR": "$A"]

    private func substitution(_ text: String) -> Substitution {
        Substitution(text) { name in
            Self.values[name].map { Substitution.Found(value: $0, variables: []) }
        }
    }

    @Test(
        "Compose's grammar",
        arguments: [
            ("plain", "plain"), ("$A", "1"), ("${A}", "1"), ("<$A.b>", "<1.b>"), ("$LONG_name2-", "x-"),
            ("${NO:-d}", "d"), ("${EMPTY:-d}", "d"), ("${A:-d}", "1"),
            ("${NO-d}", "d"), ("${EMPTY-d}", ""), ("${A-d}", "1"),
            ("${A:?e}", "1"), ("${A?e}", "1"), ("${EMPTY?e}", ""),
            ("${A:+a}", "a"), ("${EMPTY:+a}", ""), ("${NO:+a}", ""),
            ("${A+a}", "a"), ("${EMPTY+a}", "a"), ("${NO+a}", ""),
            ("${NO:-a${A:-b}c}d", "a1cd"), ("${NO:-${NEITHER:-${A}}}", "1"), ("${A:+<${A}>}", "<1>"),
            ("$$A", "$A"), ("$$$A", "$1"), ("$$$$", "$$"), ("${NO:-$$x}", "$x"),
            ("$1", "$1"), ("$(x)", "$(x)"), ("x$", "x$"), ("$-", "$-"),
            ("${A-b}c}", "1c}"), ("${NO-{b}c}", "{b}c"), ("${NO-{b}", "{b"),
            ("${NO:-:?x}", ":?x"), ("${NO-:-x}", ":-x"), ("${NO:-a b:c}", "a b:c"),
            ("$DOLLAR", "$A"), ("${NO:-}", ""), ("é$A", "é1"),
        ]
    )
    func grammar(text: String, result: String) {
        #expect(substitution(text).problem == nil)
        #expect(substitution(text).text == result)
    }

    @Test(
        "What is no reference to a variable is refused, at its dollar sign",
        arguments: [
            ("${}", 0), ("${A", 0), ("$A ${A B}", 1), ("$$ ${A:b}", 2), ("${1}", 0), ("${NO:-${}}", 1), ("${-x}", 0),
        ]
    )
    func invalid(text: String, dollar: Int) {
        #expect(substitution(text).problem == .invalid)
        #expect(substitution(text).problemDollar == dollar)
    }

    @Test("A required variable is refused with the author's words")
    func required() {
        #expect(substitution("${NO:?set $A}").problem == .required(name: "NO", message: "set $A"))
        #expect(substitution("${NO?}").problem == .required(name: "NO", message: ""))
        #expect(substitution("${EMPTY:?no}").problem == .required(name: "EMPTY", message: "no"))
    }

    @Test(
        "What is not put in must be right all the same, but need not be set",
        arguments: [
            ("${A:-${NO:?x}}", Substitution.Problem.required(name: "NO", message: "x")),
            ("${NO:+${NO:?y}}", .required(name: "NO", message: "y")), ("${A:?${}}", .invalid), ("${A:-$NO}", nil),
        ]
    )
    func passedOver(text: String, problem: Substitution.Problem?) {
        let result = substitution(text)
        #expect(result.problem == problem)
        #expect(result.unset.isEmpty)
    }

    @Test("Only variables whose values became part of the text are named")
    func variables() {
        #expect(substitution("$A ${EMPTY:-${LONG_name2}} ${NO:-d} $A").variables == ["A", "LONG_name2"])
        #expect(substitution("${A:+yes}").variables == [])
    }

    @Test("Variables that are not set and have no default are named with their dollar signs")
    func unset() {
        let unset = substitution("$$ ${A:-$NO} $NEITHER ${NO:-$NOR}").unset
        #expect(unset.map(\.name) == ["NEITHER", "NOR"])
        #expect(unset.map(\.dollar) == [4, 6])
    }

    @Test("Deep nesting and endless growth end in a diagnostic")
    func limits() {
        let deep = String(repeating: "${NO:-", count: 1_000) + String(repeating: "}", count: 1_000)
        #expect(substitution(deep).problem == .invalid)
        let large = Substitution("$X$X$X$X$X") { _ in
            .init(value: String(repeating: "x", count: 1 << 20), variables: [])
        }
        #expect(large.problem == .tooLong)
    }
}
