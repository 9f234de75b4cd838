import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldResources
import OrderedCollections
import Testing

@Suite("What containers make of changed contents")
struct ContentPolicyTests {
    @Test("each file has its policy, with signals by the engine's names; to recreate is what holds anyway")
    func policies() {
        let built = build(
            withConfigs([
                "/none": nil, "/recreate": .recreate, "/restart": .restart, "/ignore": .ignore,
                "/name": .signal(sourced("usr1")), "/number": .signal(sourced("1")),
            ])
        )
        #expect(built.codes == [])
        #expect(
            built[.service, "web", 1]?.contentPolicies == [
                "/restart": .restart, "/ignore": .ignore, "/name": .signal("SIGUSR1"), "/number": .signal("SIGHUP"),
            ]
        )
    }

    @Test("a policy is no part of what a container is made from")
    func outsideSpecs() {
        let plain = build(withConfigs(["/a": nil])).container("web")
        #expect(plain != nil)
        #expect(plain == build(withConfigs(["/a": .ignore])).container("web"))
    }

    @Test("a signal that Linux does not have is told with its place")
    func unknownSignal() {
        let built = build(withConfigs(["/a": .signal(sourced("SIGUP", 7))]))
        #expect(built.codes == ["graph.unknown-signal"])
        #expect(built.diagnostics.first?.primary?.span.start == 7)
        #expect(built.diagnostics.first?.help == "did you mean `SIGHUP`?")
    }

    @Test("nor is a number sent that the engine has no name for", arguments: ["32", "99"])
    func numberWithoutName(number: String) {
        #expect(build(withConfigs(["/a": .signal(sourced(number))])).codes == ["graph.unknown-signal"])
    }

    private func withConfigs(_ reactions: [String: ContentReference.Reaction?]) -> Manifest {
        let web = service("web") {
            $0.configs = reactions.sorted { $0.key < $1.key }
                .map { target, reaction in
                    var reference = ContentReference(source: "site", origin: origin())
                    reference.target = target
                    reference.onChange = reaction
                    return reference
                }
        }
        return manifest([web]) {
            $0.configs["site"] = ContentDeclaration(source: .inline("hi"), content: [104, 105], origin: origin(60))
        }
    }
}
