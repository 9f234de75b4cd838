import ManifoldTestSupport

/// A golden case as a page shows it: the manifest or its change, what people did, and what they are shown.
struct WorkedExample {
    private let golden: GoldenCase
    /// The text of the case that is shown, and the format of it.
    private let shown: (file: String, format: String)

    /// The name is that of a case, with `/steps` behind it where the engine calls are to be shown.
    init(_ name: String, among cases: [GoldenCase]) throws {
        let parts = name.split(separator: "/")
        guard let golden = cases.first(where: { $0.description == parts[0] }) else { throw NoSuchCase(name: name) }
        self.golden = golden
        shown = parts.last == "steps" ? ("operations.txt", " --format steps") : ("plan.txt", "")
    }

    struct NoSuchCase: Error {
        let name: String
    }

    /// Two blocks in Markdown.
    func text() async throws -> String {
        let commands = golden.commands.map { $0.hasPrefix("#") ? $0 : "$ \($0)" }.joined(separator: "\n")
        let plan = try await golden.texts()[shown.file] ?? ""
        let typed = "```console\n\(commands)\(shown.format)\n\(plan)```"
        // Where only the engine calls are shown, the manifest stands elsewhere on the page.
        return shown.format.isEmpty ? "\(manifest)\n\n\(typed)" : typed
    }

    private var manifest: String {
        let after = golden.read("manifest.yaml")
        let before = golden.exists("before.yaml") ? golden.read("before.yaml") : after
        guard before != after else { return "```yaml\n\(after)```" }
        return "```diff\n\(Self.changes(from: lines(before), to: lines(after)))\n```"
    }

    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n")
    }

    /// All lines, with a sign before those that differ.
    private static func changes(from before: [Substring], to after: [Substring]) -> String {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [String] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if removed.contains(old) {
                lines.append("-\(before[old])")
                old += 1
            } else if inserted.contains(new) {
                lines.append("+\(after[new])")
                new += 1
            } else {
                lines.append(" \(after[new])")
                old += 1
                new += 1
            }
        }
        return lines.joined(separator: "\n")
    }
}
