import FoundationEssentials

/// A small file in which the system tells something of itself.
enum SystemFile {
    /// The text of a file; nil where it cannot be read.
    static func text(of path: String) -> String? {
        // Such files have no size, so they are read to their end.
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}
