/// What the planner holds in place of a `FreeText`: a keyed digest to compare, and the text only where it may be shown.
package struct SealedText: Sendable {
    /// A truncated HMAC under the system's key, in base64url without padding.
    package let digest: String
    package let shown: String?

    package init(digest: String, shown: String?) {
        self.digest = digest
        self.shown = shown
    }
}

extension SealedText: Hashable {
    package static func == (left: SealedText, right: SealedText) -> Bool {
        left.digest == right.digest
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
    }
}
