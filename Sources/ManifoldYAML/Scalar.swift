/// A scalar as it was written: its text and whether it was plain, quoted or a block.
package struct Scalar: Hashable, Sendable {
    package enum Style: Sendable {
        case plain
        case singleQuoted
        case doubleQuoted
        case literal
        case folded
    }

    package let text: String
    package let style: Style
    /// Names of the variables whose values became part of the text; empty until interpolation, and after it
    /// where the text stands in the manifest as it is.
    package let variables: [String]

    package init(_ text: String, style: Style, variables: [String] = []) {
        self.text = text
        self.style = style
        self.variables = variables
    }
}
