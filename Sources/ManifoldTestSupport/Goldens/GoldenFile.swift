package import FoundationEssentials

/// A file that holds what a test expects; with `UPDATE_GOLDENS=1` it is written anew, and the test fails all the same.
package struct GoldenFile: Sendable {
    package let url: URL

    package init(_ url: URL) {
        self.url = url
    }

    /// Nil where the text is the expected one, else what to tell.
    package func difference(from text: String) -> String? {
        let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        guard expected != text else { return nil }
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" else {
            return "\(url.lastPathComponent) differs\n--- expected\n\(expected)\n--- actual\n\(text)"
        }
        do {
            if text.isEmpty {
                try FileManager.default.removeItem(at: url)
            } else {
                try Data(text.utf8).write(to: url)
            }
            return "\(url.lastPathComponent) was written anew: read it, then run again without UPDATE_GOLDENS"
        } catch {
            return "\(url.lastPathComponent) cannot be written: \(error)"
        }
    }
}
