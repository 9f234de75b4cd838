/// The words by which people name secrets.
enum SecretWords {
    /// Whether one of the words is part of a name, or `key` ends one of its parts: `API_KEY`, `apiKey`, `apikey`, not `KEYCLOAK`.
    static func occur<Name: RandomAccessCollection>(in name: Name) -> Bool
    where Name.Element == UInt8, Name.Index == Int {
        name.indices.contains { position in
            words(beginningWith: lowercased(name[position])).contains { matches($0, name, at: position) }
                || (endsPart(at: position, of: name)
                    && (hasKey(endingAt: position, of: name) || endsWithShortWord(at: position, of: name)))
        }
    }

    /// Whether a word of a command is one like `requirepass`, which a password follows.
    static func isPasswordCommand(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let isPathOrSetting = word.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
        return !isPathOrSetting && word.indices.contains { matches(pass, word, at: $0) }
    }

    static func lowercased(_ byte: UInt8) -> UInt8 {
        isUpper(byte) ? byte + 32 : byte
    }

    private static let pass = Array("pass".utf8)

    /// `pass` covers password, passwd and passphrase.
    private static let byFirstLetter: [[[UInt8]]] = {
        let words = [
            "auth", "bearer", "cert", "connectionstring", "cookie", "credential", "creds", "dsn", "encrypt", "hmac",
            "jwt", "mnemonic", "pass", "private", "psk", "pwd", "salt", "secret", "signature", "signing", "token",
            "webhook",
        ]
        var table = [[[UInt8]]](repeating: [], count: 256)
        for word in words.map({ Array($0.utf8) }) { table[Int(word[0])].append(word) }
        return table
    }()

    private static func words(beginningWith letter: UInt8) -> [[UInt8]] {
        byFirstLetter[Int(letter)]
    }

    private static func matches<Name: RandomAccessCollection>(
        _ word: [UInt8],
        _ name: Name,
        at position: Int
    ) -> Bool where Name.Element == UInt8, Name.Index == Int {
        guard name.endIndex - position >= word.count else { return false }
        return word.indices.allSatisfy { lowercased(name[position + $0]) == word[$0] }
    }

    /// Whether a part of the name ends here: before anything but a letter, or before a capital after a small letter.
    private static func endsPart<Name: RandomAccessCollection>(at position: Int, of name: Name) -> Bool
    where Name.Element == UInt8, Name.Index == Int {
        guard position + 1 < name.endIndex else { return true }
        let next = name[position + 1]
        return !isLetter(next) || (isUpper(next) && !isUpper(name[position]))
    }

    /// `key` or `keys`.
    private static func hasKey<Name: RandomAccessCollection>(endingAt position: Int, of name: Name) -> Bool
    where Name.Element == UInt8, Name.Index == Int {
        let last = lowercased(name[position]) == UInt8(ascii: "s") ? position - 1 : position
        guard last - 2 >= name.startIndex else { return false }
        return lowercased(name[last]) == UInt8(ascii: "y") && lowercased(name[last - 1]) == UInt8(ascii: "e")
            && lowercased(name[last - 2]) == UInt8(ascii: "k")
    }

    /// `pw` at the end of a part, as in `DB_PW` and `userpw`, and `pin` or `otp` where they are a whole part.
    private static func endsWithShortWord<Name: RandomAccessCollection>(at position: Int, of name: Name) -> Bool
    where Name.Element == UInt8, Name.Index == Int {
        func ends(_ word: [UInt8], isWhole: Bool) -> Bool {
            let start = position - word.count + 1
            guard start >= name.startIndex else { return false }
            guard zip(start...position, word).allSatisfy({ lowercased(name[$0]) == $1 }) else { return false }
            return !isWhole || start == name.startIndex || !isLetter(name[start - 1])
        }
        return ends(pw, isWhole: false) || ends(pin, isWhole: true) || ends(otp, isWhole: true)
    }

    private static let pw = Array("pw".utf8)
    private static let pin = Array("pin".utf8)
    private static let otp = Array("otp".utf8)

    private static func isUpper(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        isUpper(byte) || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
    }
}

extension String {
    /// Reads the text's bytes without a copy: every value of a manifest is judged, so copies would count.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}
