/// All files that took part in one run, so that a span can be shown as file, line and column.
package struct SourceMap: Sendable {
    private var files: [SourceFile] = []
    /// The size of all files together.
    package private(set) var byteCount = 0
    /// Whether a file had to be left out, so that others need not be read.
    package private(set) var isFull = false

    package init() {}

    /// Adds a file and returns the name by which spans refer to it.
    package mutating func add(_ file: SourceFile) -> FileID {
        files.append(file)
        byteCount += file.text.count
        return FileID(rawValue: UInt32(files.count - 1))
    }

    /// Adds a text, unless all files would be larger than `limit` together.
    package mutating func add(name: String, text: [UInt8], isConfidential: Bool = false, limit: Int) -> FileID? {
        isFull = isFull || byteCount + text.count > limit
        return isFull ? nil : add(SourceFile(name: name, text: text, isConfidential: isConfidential))
    }

    package subscript(_ id: FileID) -> SourceFile {
        files[Int(id.rawValue)]
    }

    /// The file of that name, or nil where this map has none: for a reader that must not stop at a stray span.
    package func file(_ id: FileID) -> SourceFile? {
        Int(id.rawValue) < files.count ? files[Int(id.rawValue)] : nil
    }

    /// Where a span begins.
    package func position(of span: SourceSpan) -> SourcePosition {
        self[span.file].position(at: span.start)
    }

    /// `file:line:column` of a span's beginning, the form that editors and terminals make clickable.
    package func description(of span: SourceSpan) -> String {
        let position = position(of: span)
        return "\(self[span.file].name):\(position.line):\(position.column)"
    }
}
