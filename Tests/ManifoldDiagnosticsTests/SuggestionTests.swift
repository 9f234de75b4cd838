import ManifoldDiagnostics
import Testing

@Suite("Suggestions")
struct SuggestionTests {
    private let keys = ["ports", "image", "volumes", "environment", "env_file", "restart"]

    @Test(
        "a misspelt name finds the one that was meant",
        arguments: [
            ("prots", "ports"), ("imgae", "image"), ("enviroment", "environment"), ("volume", "volumes"),
            ("Ports", "ports"), ("restrat", "restart"),
        ]
    )
    func near(name: String, meant: String) {
        #expect(Suggestion.nearest(to: name, among: keys) == meant)
    }

    @Test("a name that is like no other gets no suggestion", arguments: ["x", "frobnicate", "", "portage"])
    func far(name: String) {
        #expect(Suggestion.nearest(to: name, among: keys) == nil)
    }

    @Test("of two that are equally near, the first in the alphabet is suggested")
    func ties() {
        #expect(Suggestion.nearest(to: "cat", among: ["car", "bat"]) == "bat")
    }
}
