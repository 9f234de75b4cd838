import Crypto

/// A digest over all that a build context sends: paths, permission bits, links and contents; times and owners do not
/// count, as they do not to builders.
struct ContextDigest: Sendable {
    let bytes: [UInt8]
    /// Digests of single files, or of what is at the top of the context where there are many, by name.
    let parts: [String: [UInt8]]

    /// As many parts as can be told apart by a label's few bytes.
    private static let mostParts = 96

    init(_ root: String, _ entries: [ContextEntry]) throws(ContextProblem) {
        var whole = SHA256()
        var files: [String: [UInt8]] = [:]
        var tops: [String: SHA256] = [:]
        var buffer: [UInt8] = []
        for entry in entries {
            let digest = try Self.digest(of: entry, below: root, &buffer)
            whole.update(data: digest)
            if entry.kind != .directory { files[entry.path] = digest }
            tops[String(entry.path.prefix { $0 != "/" }), default: SHA256()].update(data: digest)
        }
        bytes = Array(whole.finalize())
        if files.count <= Self.mostParts {
            parts = files
        } else {
            parts = tops.count <= Self.mostParts ? tops.mapValues { Array($0.finalize()) } : [:]
        }
    }

    private static func digest(
        of entry: ContextEntry,
        below root: String,
        _ buffer: inout [UInt8]
    ) throws(ContextProblem) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("\(entry.path)\0\(entry.mode)\0".utf8))
        switch entry.kind {
        case .directory: hash.update(data: Array("d".utf8))
        case .link(let target): hash.update(data: Array("l\(target)".utf8))
        case .file:
            hash.update(data: Array("f".utf8))
            let file = try FileBytes("\(root)/\(entry.path)")
            while case let count = try file.read(into: &buffer), count > 0 { hash.update(data: buffer[..<count]) }
        }
        return Array(hash.finalize())
    }
}
