/// Names one file of a `SourceMap`; cheap to copy into every node of a tree.
package struct FileID: Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }
}

/// A stretch of one file, as UTF-8 offsets; `end` is the offset behind the last byte.
///
/// Line and column are worked out only when somebody reads them, through `SourceMap.position(of:)`.
package struct SourceSpan: Hashable, Sendable {
    package let file: FileID
    package let start: UInt32
    package let end: UInt32

    package init(file: FileID, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }

    /// The empty span at the place where this one begins.
    package var beginning: SourceSpan {
        SourceSpan(file: file, start: start, end: start)
    }
}
