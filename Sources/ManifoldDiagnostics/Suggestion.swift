/// Finds the name that was probably meant, for "did you mean" in a diagnostic's help.
package enum Suggestion {
    /// Longer names are no slips of a keyboard, and comparing them takes time.
    private static let longest = 100

    /// The candidate nearest to a misspelt name, or nil where none is near enough to be worth saying.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        guard name.utf8.count <= longest else { return nil }
        let wanted = letters(of: name)
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate.utf8.count <= longest {
            let letters = letters(of: candidate)
            guard abs(wanted.count - letters.count) <= limit else { continue }
            let distance = distance(wanted, letters, within: limit)
            guard distance <= limit else { continue }
            if best.map({ (distance, candidate) < ($0.distance, $0.candidate) }) ?? true {
                best = (distance, candidate)
            }
        }
        return best?.candidate
    }

    /// The name letter by letter, capitals of ASCII as small ones.
    private static func letters(of name: String) -> [UInt32] {
        name.unicodeScalars.map { (65...90).contains($0.value) ? $0.value | 0x20 : $0.value }
    }

    /// Edit distance in which two exchanged neighbours count as one edit (optimal string alignment); any number above
    /// the limit where it is above the limit.
    private static func distance(_ left: [UInt32], _ right: [UInt32], within limit: Int) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, leftLetter) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            var least = row + 1
            for (column, rightLetter) in right.enumerated() {
                let substitution = last[column] + (leftLetter == rightLetter ? 0 : 1)
                var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, leftLetter == right[column - 1], left[row - 1] == rightLetter {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
                least = min(least, cost)
            }
            // An exchange can take one back from the row before, hence one row of grace.
            if least > limit + 1 { return limit + 1 }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
