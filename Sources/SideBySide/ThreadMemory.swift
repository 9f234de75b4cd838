#if canImport(Glibc)
import Glibc
#endif

/// How the memory of the thread that asks grows.
package enum ThreadMemory {
    /// Makes room for so many bytes in one step, in pages as large as the processor has them; what is not used of it is
    /// address space.
    ///
    /// Left alone, glibc takes memory page by page, and on other threads than the first with a call of the kernel for
    /// each. A kernel without huge pages does what it did before.
    package static func grow(by size: Int) {
        #if canImport(Glibc)
        // As `malloc`, but the compiler does not know it, and so does not take away what comes to nothing. What is freed
        // stays with the thread, if blocks of this size were freed before (mallopt(3), "dynamic mmap threshold").
        var block: UnsafeMutableRawPointer?
        guard posix_memalign(&block, MemoryLayout<Int>.size, size) == 0, let block else { return }
        let start = block.alignedUp(toMultipleOf: sysconf(Int32(_SC_PAGESIZE)))
        _ = madvise(start, block + size - start, MADV_HUGEPAGE)
        free(block)
        #endif
    }
}
