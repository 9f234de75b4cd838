/// A string of the author's own making (an environment value, a command, a file's content), which may hold a secret.
///
/// Two texts are equal when the engine would see the same bytes; whether one may be shown is not part of it.
package struct FreeText: Sendable {
    package let bytes: [UInt8]
    /// Whether the text stands in the manifest as it is, under a name that does not sound secret.
    package let isShowable: Bool

    package init(_ string: String, isShowable: Bool) {
        bytes = Array(string.utf8)
        self.isShowable = isShowable
    }

    /// The content of a file, which is never shown.
    package init(content: [UInt8]) {
        bytes = content
        isShowable = false
    }

    package var string: String {
        String(decoding: bytes, as: UTF8.self)
    }
}

extension FreeText: Hashable {
    package static func == (left: FreeText, right: FreeText) -> Bool {
        left.bytes == right.bytes
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
    }
}
