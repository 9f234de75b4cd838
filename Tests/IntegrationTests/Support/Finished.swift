import Testing

/// A program that has come to its end, with what it printed.
struct Finished: Sendable {
    enum Status: Equatable, Sendable {
        case code(Int32)
        case signal(Int32)
    }

    let command: String
    let status: Status
    let output: String
    let errors: String

    /// Both streams.
    var text: String { output + errors }

    /// What it printed on standard output, without the last line break.
    var line: String {
        output.last == "\n" ? String(output.dropLast()) : output
    }

    /// The words of standard output.
    var words: [String] {
        output.split(whereSeparator: \.isWhitespace).map { String($0) }
    }

    /// The addresses of all changes in a plan, in the order of the plan.
    var changes: [String] {
        let signs: Set<Substring> = ["-/+", "-", "+", "~", ">"]
        return output.split(separator: "\n")
            .compactMap { line in
                let words = line.split(separator: " ", maxSplits: 2)
                guard !line.hasPrefix(" "), words.count > 1, signs.contains(words[0]) else { return nil }
                return String(words[1])
            }
    }
}

extension Finished {
    /// Expects that the program ended with an exit code; what it printed is part of the failure.
    @discardableResult
    func ended(with code: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation) -> Finished {
        #expect(status == .code(code), "\(description)", sourceLocation: sourceLocation)
        return self
    }

    /// Expects that the program printed some texts, on whichever stream.
    @discardableResult
    func says(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Finished {
        for expected in texts {
            #expect(
                text.contains(expected),
                "\(expected.debugDescription) in: \(description)",
                sourceLocation: sourceLocation
            )
        }
        return self
    }

    /// Expects that the program printed none of some texts.
    @discardableResult
    func saysNothing(of texts: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Finished {
        for unexpected in texts {
            #expect(
                !text.contains(unexpected),
                "no \(unexpected.debugDescription) in: \(description)",
                sourceLocation: sourceLocation
            )
        }
        return self
    }

    /// Expects that a plan changes exactly what has these addresses.
    @discardableResult
    func changesOnly(_ addresses: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Finished {
        #expect(changes == addresses, "\(description)", sourceLocation: sourceLocation)
        return self
    }
}

extension Finished: CustomStringConvertible {
    var description: String {
        "`\(command)` ended with \(status):\n\(output)\(errors)"
    }
}
