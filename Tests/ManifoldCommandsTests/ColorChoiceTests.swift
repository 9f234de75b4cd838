import Testing

@testable import ManifoldCommands

@Suite("when output is coloured")
struct ColorChoiceTests {
    @Test(
        "a terminal and nobody's objection make colour",
        arguments: [
            (ColorChoice.auto, true, [:], true),
            (.auto, false, [:], false),
            (.auto, true, ["NO_COLOR": "1"], false),
            (.auto, true, ["NO_COLOR": ""], true),
            (.auto, true, ["TERM": "dumb"], false),
            (.always, false, ["NO_COLOR": "1"], true),
            (.never, true, [:], false),
        ] as [(ColorChoice, Bool, [String: String], Bool)]
    )
    func choices(choice: ColorChoice, isTerminal: Bool, environment: [String: String], isColored: Bool) {
        #expect(choice.allows(isTerminal: isTerminal, environment: environment) == isColored)
    }
}
