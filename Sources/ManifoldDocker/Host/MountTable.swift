/// What is mounted where, as a process sees it (`/proc/PID/mountinfo`).
struct MountTable {
    private let lines: [[Substring]]

    init(_ text: String) {
        lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    }

    init?(ofProcess id: String) {
        guard let text = SystemFile.text(of: "/proc/\(id)/mountinfo") else { return nil }
        self.init(text)
    }

    /// The id of what is mounted at the root, with the directory of it that is seen there.
    ///
    /// Ids are given out once by the kernel, for all namespaces together. Where the root is a directory within a mount
    /// (`chroot`), nothing is mounted at it.
    var root: String? {
        lines.last { $0.count > 4 && $0[4] == "/" }.map { "\($0[0]) \($0[3])" }
    }
}
