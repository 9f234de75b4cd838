import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Ctrl-C and its relatives while something is being changed: the first asks to stop in good order, the second stops.
///
/// A signal handler can reach nothing but globals and the few calls that are safe inside of it, hence the shape.
enum Interrupts {
    private static let count = Atomic<Int>(0)

    /// Whether somebody asked to stop.
    static var isRequested: Bool {
        count.load(ordering: .relaxed) > 0
    }

    /// From now on the first signal only sets `isRequested` and says so; the second ends the program with 130.
    static func handle() {
        // Touched here first, so that the handler does not initialise it.
        count.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let earlier = signal(number) { _ in
                if Interrupts.count.add(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
                let notice: StaticString =
                    "\nstopping: running calls come to their end, half done changes are rolled back; again to stop at once\n"
                _ = write(2, notice.utf8Start, notice.utf8CodeUnitCount)
            }
            // Whoever started us with a signal ignored (`nohup`, a shell's background) wants it to stay so.
            if isIgnoring(earlier) { signal(number, SIG_IGN) }
        }
    }

    /// The dispositions are small numbers in the clothes of functions, so they are compared as numbers.
    private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// A reader that goes away (`manifold apply | head`) must not kill an apply in the middle.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}
