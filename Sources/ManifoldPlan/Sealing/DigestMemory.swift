import Synchronization

/// The digests of what one engine tells: many containers have a text in common that nobody wants of them, such as what their
/// image supplies, and to look a digest up takes a tenth of the time of making it.
///
/// What was sealed is in here as it is, secrets too.
final class DigestMemory: Sendable {
    private let digests = Mutex<[Message: String]>([:])
    /// In bytes; what is longer is mostly a file, and there are few of them.
    private static let longest = 512

    func digest(of message: [UInt8], orMake make: ([UInt8]) -> String) -> String {
        guard message.count <= Self.longest else { return make(message) }
        let key = Message(bytes: message)
        if let digest = digests.withLock({ $0[key] }) { return digest }
        let digest = make(message)
        digests.withLock { $0[key] = digest }
        return digest
    }
}

/// Bytes that are hashed in one go, where an array hashes one after the other.
private struct Message: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
