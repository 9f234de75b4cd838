import ManifoldPlan
import Testing

@Suite("Base64url")
struct Base64URLTests {
    @Test(
        "the vectors of RFC 4648, without padding",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ]
    )
    func vectors(text: String, encoded: String) {
        #expect(Base64URL.encode(Array(text.utf8)) == encoded)
        #expect(Base64URL.decode(encoded) == Array(text.utf8))
    }

    @Test("the two last characters of the alphabet are the ones that need no escaping")
    func alphabet() {
        #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
        #expect(Base64URL.decode("-_8") == [0xFB, 0xFF])
    }

    @Test("every byte comes back, at every place", arguments: 0...3)
    func roundTrip(offset: Int) {
        let bytes = Array(repeating: UInt8(7), count: offset) + Array(UInt8.min...UInt8.max)
        #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
    }

    @Test("what is not of the alphabet is not read", arguments: ["Zg==", "a+b", "a/b", "Zm 9v", "Zm9v\n", "é"])
    func foreignCharacters(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
