#if canImport(Glibc)
import Glibc
#endif

/// How the program's memory grows.
package enum ProgramMemory {
    private static let mebibyte = 1 << 20

    /// Takes memory in one large step, in pages as large as the processor has them; what is not used is address space.
    ///
    /// A manifest of a thousand services fills some twenty megabytes within a tenth of a second, and a tenth of that time
    /// would go into getting them from the kernel page by page. A kernel without huge pages does what it did before.
    package static func growInOneStep() {
        #if canImport(Glibc)
        // When so large a block is freed, glibc from then on keeps what is freed, and makes large blocks out of that
        // rather than of new memory (mallopt(3), "dynamic mmap threshold"; 32 MiB is the most).
        free(block(32 * mebibyte - mebibyte / 8))
        let start = sbrk(0)
        free(block(31 * mebibyte))
        guard let start, let end = sbrk(0) else { return }
        // Huge pages stand at multiples of their size, and what is left over on both sides stays as it is.
        let pageSize = sysconf(Int32(_SC_PAGESIZE))
        let first = start.alignedUp(toMultipleOf: pageSize)
        if first < end { _ = madvise(first, end - first, MADV_HUGEPAGE) }
        #endif
    }

    #if canImport(Glibc)
    /// As `malloc`, but the compiler does not know it, and so does not take away what comes to nothing.
    private static func block(_ size: Int) -> UnsafeMutableRawPointer? {
        var block: UnsafeMutableRawPointer?
        return posix_memalign(&block, MemoryLayout<Int>.size, size) == 0 ? block : nil
    }
    #endif
}
