/// What the planner holds in place of a `FreeText`: a keyed digest to compare, and the text only where it may be shown.
package struct SealedText: Sendable {
    /// A truncated HMAC under the system's key, in base64url without padding.
    package let digest: String
    package let shown: String?

    package init(digest: String, shown: String?) {
        self.digest = digest
        self.shown = shown
    }

    /// What stands for a text while it is being written: should the apply not come to its end, nobody knows whether it is
    /// the old one or the new one, and neither equals it.
    package static let unsettled = SealedText(digest: "", shown: nil)
}

extension SealedText: Hashable {
    package static func == (left: SealedText, right: SealedText) -> Bool {
        left.digest == right.digest
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
    }
}
