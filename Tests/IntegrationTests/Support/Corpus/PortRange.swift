import Synchronization

/// Ports of the host that tests give to containers, each only once: below those that the kernel gives to connections.
final class PortRange: Sendable {
    private let next = Mutex<UInt16>(11_000)

    /// Takes ports that stand together, and returns the first.
    func take(_ count: UInt16) -> UInt16 {
        next.withLock { next in
            if next + count > 31_000 { next = 11_000 }
            defer { next += count }
            return next
        }
    }
}
