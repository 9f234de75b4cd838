/// The one spelling of a set of processors: `0-2,5`.
package enum ProcessorSet {
    /// The set in one spelling; a text that is none stays as it is.
    package static func normal(_ text: String) -> String {
        var numbers: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends[0], let last = ends[ends.count - 1], ends.count <= 2, first >= 0, first <= last,
                last < 65_536
            else { return text }
            numbers.formUnion(first...last)
        }
        var runs: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
            if let run = runs.last, run.upperBound + 1 == number {
                runs[runs.count - 1] = run.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
