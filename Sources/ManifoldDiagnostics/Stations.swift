/// What one passes on the way round a circle, for the message that tells of it.
package enum Stations {
    /// The names in their order; of a long way those in the middle are counted.
    package static func text(_ names: [String]) -> String {
        let isLong = names.count > 8
        let first = names.prefix(isLong ? 4 : names.count).map { "`\($0)`" }
        let last = isLong ? ["\(names.count - 7) more"] + names.suffix(3).map { "`\($0)`" } : []
        return (first + last).joined(separator: " → ")
    }
}
