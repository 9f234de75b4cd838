import Crypto
package import ManifoldResources

/// Turns free-form texts into keyed digests, so that behind it nothing can hold a secret.
///
/// The digests only ever meet digests under the same key: the system's, kept in its revision record.
package struct Sealer: Sendable {
    /// A code that nothing was added to yet: to begin with a key costs as much as all the rest of a short text's code.
    private let begun: HMAC<SHA256>

    /// The key's length in bytes when a new one is made.
    package static let keyLength = 32

    package init(key: [UInt8]) {
        begun = HMAC<SHA256>(key: SymmetricKey(data: key))
    }

    /// A short name of the key, by which a record tells whether its digests can be read.
    package var keyID: String {
        var code = begun
        code.update(data: Array("manifold key".utf8))
        return Base64URL.encode(Array(code.finalize().prefix(3)))
    }

    /// Seals the fields of a spec; what its author may see stays visible.
    package func seal(_ fields: OpenFields) -> SealedFields {
        seal(fields) { _, text, _ in text.isShowable }
    }

    /// Seals fields read from the engine, which cannot tell secrets from other texts: a text stays visible only where
    /// the manifest, or the object's own record, says that this very text may be shown at this very place.
    package func seal(_ live: OpenFields, showing known: [SealedFields]) -> SealedFields {
        let visible = known.reduce(into: [FieldPath: Set<String>]()) { $0.addShowable(of: $1) }
        return seal(live) { path, _, digest in visible[path]?.contains(digest) == true }
    }

    /// The digest of a text at one place; the place is part of it, so that equal secrets in two places do not look equal.
    package func digest(of text: FreeText, at path: FieldPath) -> String {
        var code = begun
        let place = path.description.utf8
        var message: [UInt8] = []
        message.reserveCapacity(place.count + 1 + text.bytes.count)
        message += place
        message.append(0)
        message += text.bytes
        code.update(data: message)
        // 72 bits: far beyond accidents, and twelve characters in a label.
        return Base64URL.encode(Array(code.finalize().prefix(9)))
    }

    private func seal(
        _ fields: OpenFields,
        isShowable: (FieldPath, FreeText, String) -> Bool
    ) -> SealedFields {
        var sealed: SealedFields = [:]
        for (name, value) in fields {
            if case .map(let entries) = value {
                var sealedEntries: [String: FieldValue<SealedText>] = [:]
                for (entry, value) in entries {
                    sealedEntries[entry] = seal(value, at: FieldPath(name, entry), isShowable)
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

extension Dictionary where Key == FieldPath, Value == Set<String> {
    /// Adds the digests of all texts that the fields show.
    fileprivate mutating func addShowable(of fields: SealedFields) {
        for (name, value) in fields {
            if case .map(let entries) = value {
                for (entry, value) in entries { add(value, at: FieldPath(name, entry)) }
            } else {
                add(value, at: FieldPath(name))
            }
        }
    }

    private mutating func add(_ value: FieldValue<SealedText>, at path: FieldPath) {
        switch value {
        case .text(let text) where text.shown != nil: self[path, default: []].insert(text.digest)
        case .list(let values): for value in values { add(value, at: path) }
        case .set(let values): for value in values { add(value, at: path) }
        default: break
        }
    }
}
