import SideBySide

/// How the program's memory grows.
package enum ProgramMemory {
    private static let mebibyte = 1 << 20

    /// Takes memory in one large step.
    ///
    /// A manifest of a thousand services fills some twenty megabytes within a tenth of a second, and a tenth of that time
    /// would go into getting them from the kernel page by page.
    package static func growInOneStep() {
        // When so large a block is freed, glibc from then on keeps what is freed, and makes large blocks out of that
        // rather than of new memory (mallopt(3), "dynamic mmap threshold"; 32 MiB is the most).
        ThreadMemory.grow(by: 32 * mebibyte - mebibyte / 8)
        ThreadMemory.grow(by: 31 * mebibyte)
    }
}
