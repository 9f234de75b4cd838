package import FoundationEssentials

/// The parts of a page in `docs` that are made by a test, each between `<!-- KIND: NAME -->` and `<!-- end of KIND -->`.
///
/// With `UPDATE_GOLDENS=1` they are written anew, and the test fails all the same.
package struct GeneratedParts: Sendable {
    private let page: URL
    private let kind: String

    package init(_ kind: String, of page: URL) {
        self.page = page
        self.kind = kind
    }

    /// The names in the order of the page.
    package var names: [String] {
        read().split(separator: "\n").compactMap(name)
    }

    /// What to tell of each part that is not what its name stands for.
    package func differences(from text: (String) async throws -> String) async throws -> [String] {
        var lines: [Substring] = []
        var differences: [String] = []
        var rest = read().split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = rest.popFirst() {
            lines.append(line)
            guard let name = name(line) else { continue }
            guard let end = rest.firstIndex(of: "<!-- end of \(kind) -->") else {
                return ["\(page.lastPathComponent): the \(kind) of \(name) has no end"]
            }
            let written = rest[..<end].joined(separator: "\n")
            let made = "\n\(try await text(name))\n"
            if written != made {
                differences.append(
                    "\(page.lastPathComponent): the \(kind) of \(name) differs\n--- written\(written)--- made\(made)"
                )
            }
            lines.append(Substring(made))
            rest = rest[end...]
        }
        guard !differences.isEmpty, ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" else {
            return differences
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: page)
        return differences + [
            "\(page.lastPathComponent) was written anew: read it, then run again without UPDATE_GOLDENS"
        ]
    }

    private func name(_ line: Substring) -> String? {
        let start = "<!-- \(kind): "
        guard line.hasPrefix(start), line.hasSuffix(" -->") else { return nil }
        return String(line.dropFirst(start.count).dropLast(4))
    }

    private func read() -> String {
        (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    }
}
