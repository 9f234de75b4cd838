/// The one spelling of a set of processors: `0-2,5`.
package enum ProcessorSet {
    /// The set in one spelling; a text that is none stays as it is.
    package static func normal(_ text: String) -> String {
        var ranges: [ClosedRange<Int>] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends[0], let last = ends[ends.count - 1], ends.count <= 2, first >= 0, first <= last,
                last < 65_536
            else { return text }
            ranges.append(first...last)
        }
        var runs: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let run = runs.last, range.lowerBound <= run.upperBound + 1 {
                runs[runs.count - 1] = run.lowerBound...max(run.upperBound, range.upperBound)
            } else {
                runs.append(range)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
