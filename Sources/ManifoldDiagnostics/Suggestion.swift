/// Finds the name that was probably meant, for "did you mean" in a diagnostic's help.
package enum Suggestion {
    /// The candidate nearest to a misspelt name, or nil where none is near enough to be worth saying.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased())
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            let distance = distance(wanted, Array(candidate.lowercased()), within: limit)
            guard distance <= limit else { continue }
            if best.map({ (distance, candidate) < ($0.distance, $0.candidate) }) ?? true {
                best = (distance, candidate)
            }
        }
        return best?.candidate
    }

    /// Edit distance in which two exchanged neighbours count as one edit (optimal string alignment).
    private static func distance(_ left: [Character], _ right: [Character], within limit: Int) -> Int {
        if abs(left.count - right.count) > limit { return limit + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, leftCharacter) in left.enumerated() {
            var current = [row + 1]
            for (column, rightCharacter) in right.enumerated() {
                let substitution = last[column] + (leftCharacter == rightCharacter ? 0 : 1)
                var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, leftCharacter == right[column - 1], left[row - 1] == rightCharacter {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
