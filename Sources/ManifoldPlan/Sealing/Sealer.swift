import Crypto
package import ManifoldResources

/// Turns free-form texts into keyed digests, so that behind it nothing can hold a secret.
///
/// The digests only ever meet digests under the same key: the system's, kept in its revision record.
package struct Sealer: Sendable {
    /// A code that nothing was added to yet: to begin with a key costs as much as all the rest of a short text's code.
    private let begun: HMAC<SHA256>
    private let memory: DigestMemory?

    /// The key's length in bytes when a new one is made.
    package static let keyLength = 32

    package init(key: [UInt8]) {
        self.init(begun: HMAC<SHA256>(key: SymmetricKey(data: key)), memory: nil)
    }

    private init(begun: HMAC<SHA256>, memory: DigestMemory?) {
        self.begun = begun
        self.memory = memory
    }

    /// The same, and it remembers what it has sealed: for what one engine tells, since it holds real values for as long as it
    /// lives.
    package var remembering: Sealer {
        Sealer(begun: begun, memory: DigestMemory())
    }

    /// A short name of the key, by which a record tells whether its digests can be read.
    package var keyID: String {
        var code = begun
        code.update(data: Array("manifold key".utf8))
        return code.finalize().withUnsafeBytes { Base64URL.encode($0.prefix(3)) }
    }

    /// Seals the fields of a spec; what its author may see stays visible.
    package func seal(_ fields: OpenFields) -> SealedFields {
        seal(fields) { _, text, _ in text.isShowable }
    }

    /// Seals fields read from the engine, which cannot tell secrets from other texts: a text stays visible only where
    /// the manifest, or the object's own record, says that this very text may be shown at this very place.
    ///
    /// What is as it is `wanted` to be anyway is as visible as there, whatever the record says.
    package func seal(
        _ live: OpenFields,
        beside wanted: WantedFields? = nil,
        showing known: [SealedFields]
    ) -> SealedFields {
        var place: FieldPath?
        var visible = ShownDigests()
        // The words of a list come one after the other, and there can be many.
        return seal(live, beside: wanted) { path, _, digest in
            if path != place {
                place = path
                visible = ShownDigests(known.flatMap { $0.value(at: path)?.shownDigests ?? [] })
            }
            return visible.contains(digest)
        }
    }

    /// The digest of a text at one place; the place is part of it, so that equal secrets in two places do not look equal.
    package func digest(of text: FreeText, at path: FieldPath) -> String {
        let place = path.description.utf8
        var message: [UInt8] = []
        message.reserveCapacity(place.count + 1 + text.bytes.count)
        message += place
        message.append(0)
        message += text.bytes
        return memory?.digest(of: message, orMake: code(of:)) ?? code(of: message)
    }

    private func code(of message: [UInt8]) -> String {
        var code = begun
        code.update(data: message)
        // 72 bits: far beyond accidents, and twelve characters in a label.
        return code.finalize().withUnsafeBytes { Base64URL.encode($0.prefix(9)) }
    }

    private func seal(
        _ fields: OpenFields,
        beside wanted: WantedFields? = nil,
        isShowable: (FieldPath, FreeText, String) -> Bool
    ) -> SealedFields {
        var sealed = SealedFields(minimumCapacity: fields.count)
        for (name, value) in fields {
            if let known = wanted?.sealed(value, of: name) {
                sealed[name] = known
            } else if case .map(let entries) = value {
                let wanted = wanted?.entries(of: name)
                var sealedEntries = [String: FieldValue<SealedText>](minimumCapacity: entries.count)
                for (entry, value) in entries {
                    sealedEntries[entry] =
                        wanted?.sealed(value, of: entry) ?? seal(value, at: FieldPath(name, entry), isShowable)
                }
                sealed[name] = .map(sealedEntries)
            } else {
                sealed[name] = seal(value, at: FieldPath(name), isShowable)
            }
        }
        return sealed
    }

    private func seal(
        _ value: FieldValue<FreeText>,
        at path: FieldPath,
        _ isShowable: (FieldPath, FreeText, String) -> Bool
    ) -> FieldValue<SealedText> {
        value.mapText { text in
            let digest = digest(of: text, at: path)
            return SealedText(digest: digest, shown: isShowable(path, text, digest) ? text.string : nil)
        }
    }
}

/// The digests of the texts that may be seen at one place: mostly one or two, but a list can have thousands.
private struct ShownDigests {
    private var few: [String] = []
    private var many: Set<String> = []

    init() {}

    init(_ digests: [String]) {
        if digests.count > 4 { many = Set(digests) } else { few = digests }
    }

    func contains(_ digest: String) -> Bool {
        few.contains(digest) || many.contains(digest)
    }
}

extension FieldValue<SealedText> {
    /// The digests of the texts in the value that may be seen.
    fileprivate var shownDigests: [String] {
        switch self {
        case .text(let text): text.shown == nil ? [] : [text.digest]
        case .list(let values): values.flatMap(\.shownDigests)
        case .set(let values): values.flatMap(\.shownDigests)
        default: []
        }
    }
}
