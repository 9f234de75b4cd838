/// A version of the engine's API as far as fields ask for it: `1.44`.
package struct APILevel: Hashable, Sendable {
    private let major: Int
    private let minor: Int

    package init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads `1.44`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let major = parts[0], let minor = parts[1] else { return nil }
        self.init(major, minor)
    }
}

extension APILevel: Comparable {
    package static func < (left: APILevel, right: APILevel) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}

extension APILevel: CustomStringConvertible {
    package var description: String { "\(major).\(minor)" }
}

/// A field, or a part of its values, that an engine knows only from some version of its API on; older ones drop it in
/// silence.
package struct APIRequirement: Sendable {
    /// The key or the word within the value that asks for it; nil is any value at all.
    package let part: String?
    package let level: APILevel

    package static func any(_ level: APILevel) -> APIRequirement {
        APIRequirement(part: nil, level: level)
    }

    package static func part(_ part: String, _ level: APILevel) -> APIRequirement {
        APIRequirement(part: part, level: level)
    }
}

/// Something that an engine is too old for: a field, an entry of it, or a part within that.
package struct TooNew: Sendable {
    package let path: FieldPath
    package let part: String?
    package let needs: APILevel
}

extension Field {
    /// What of a value an engine is too old for: entries of a map or the whole, with the version that they ask for.
    package func tooNew(in value: FieldValue<SealedText>, for level: APILevel) -> [TooNew] {
        requirements.filter { level < $0.level }
            .flatMap { requirement -> [TooNew] in
                let whole = TooNew(path: FieldPath(name), part: requirement.part, needs: requirement.level)
                guard let part = requirement.part else { return [whole] }
                guard case .map(let entries) = value else { return value.mentions(part) ? [whole] : [] }
                return entries.compactMap { $0 == part || $1.mentions(part) ? $0 : nil }.sorted()
                    .map { entry in
                        let inner = entry == part ? nil : part
                        return TooNew(path: FieldPath(name, entry), part: inner, needs: requirement.level)
                    }
            }
    }
}

extension FieldValue<SealedText> {
    /// Whether a word or a key stands anywhere in the value.
    fileprivate func mentions(_ part: String) -> Bool {
        switch self {
        case .word(let word): word == part
        case .list(let items): items.contains { $0.mentions(part) }
        case .set(let items): items.contains { $0.mentions(part) }
        case .map(let entries): entries.contains { $0.key == part || $0.value.mentions(part) }
        case .flag, .number, .bytes, .duration, .nanoCPUs, .mode, .text: false
        }
    }
}
