/// A place that a person can go to: both numbers begin at 1, and the column counts characters, not bytes.
package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
