import ManifoldPlan
import ManifoldResources
import SideBySide
import Testing

@Suite("Digests")
struct DigestTests {
    private let sealer = Sealer(key: Array(0..<32))
    private let text = FreeText("x", isShowable: true)

    @Test(
        "a digest is the first 72 bits of HMAC-SHA256 over the place, a zero byte and the text",
        arguments: [(FieldPath("environment", "A"), "-d5XzVqFMCDV"), (FieldPath("command"), "f2pLTz3VSA7M")]
    )
    func knownAnswers(path: FieldPath, digest: String) {
        #expect(sealer.digest(of: text, at: path) == digest)
    }

    @Test("the key's name is a short digest of its own")
    func keyID() {
        #expect(sealer.keyID == "2MrY")
        #expect(Sealer(key: Array(1..<33)).keyID != sealer.keyID)
    }

    @Test("the same text has another digest under another key")
    func dependsOnKey() {
        let other = Sealer(key: Array(1..<33))
        #expect(other.digest(of: text, at: FieldPath("command")) != sealer.digest(of: text, at: FieldPath("command")))
    }

    @Test("the same text has another digest at another place")
    func dependsOnPlace() {
        let places = [
            FieldPath("command"), FieldPath("entrypoint"), FieldPath("environment", "A"), FieldPath("environment", "B"),
            FieldPath("labels", "A"), FieldPath("healthcheck", "test"),
        ]
        #expect(Set(places.map { sealer.digest(of: text, at: $0) }).count == places.count)
    }

    @Test("where the place ends and the text begins cannot be shifted")
    func boundary() {
        let left = sealer.digest(of: FreeText("xA", isShowable: true), at: FieldPath("labels", "A"))
        #expect(left != sealer.digest(of: FreeText("A", isShowable: true), at: FieldPath("labels", "Ax")))
        #expect(left != sealer.digest(of: FreeText("x", isShowable: true), at: FieldPath("labels", "AA")))
    }

    @Test("the same bytes have the same digest, whether they may be shown or not")
    func sameText() {
        let hidden = FreeText(content: Array("x".utf8))
        #expect(sealer.digest(of: hidden, at: FieldPath("command")) == "f2pLTz3VSA7M")
    }

    @Test("texts that look alike but are other bytes have other digests")
    func bytes() {
        let digests = ["", " ", "é", "e\u{301}", "\u{0}", "\u{0}\u{0}"]
            .map {
                sealer.digest(of: FreeText($0, isShowable: true), at: FieldPath("command"))
            }
        #expect(Set(digests).count == digests.count)
    }

    @Test("a sealer that remembers makes the same digests, the first time and later, side by side too")
    func remembering() {
        let remembering = sealer.remembering
        let texts = (0..<600).map { FreeText(String(repeating: "x", count: $0 % 600), isShowable: true) }
        let places = [FieldPath("command"), FieldPath("environment", "A")]
        for place in places {
            let digests = texts.map { sealer.digest(of: $0, at: place) }
            for _ in 1...2 {
                #expect((texts + texts).mapSideBySide { remembering.digest(of: $0, at: place) } == digests + digests)
            }
        }
    }
}
