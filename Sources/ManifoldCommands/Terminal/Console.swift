import ManifoldReport

/// Where commands print: results on standard output, everything else on standard error.
struct Console: Sendable {
    let colorsOutput: Bool
    let colorsErrors: Bool
    private let isVerbose: Bool

    init(_ options: GlobalOptions, environment: [String: String]) {
        func isColored(_ descriptor: Int32) -> Bool {
            options.color.allows(isTerminal: SystemCalls.isTerminal(descriptor), environment: environment)
        }
        colorsOutput = isColored(SystemCalls.standardOutput)
        colorsErrors = isColored(SystemCalls.standardError)
        isVerbose = options.verbose
    }

    func out(_ text: String) {
        SystemCalls.writeText(text, to: SystemCalls.standardOutput)
    }

    func error(_ text: String) {
        SystemCalls.writeText(text, to: SystemCalls.standardError)
    }

    /// A line for those who asked with `-v`.
    func detail(_ text: String) {
        if isVerbose { error(AnsiSafe.line(text) + "\n") }
    }

    /// An error that is no place in a manifest; the message may come from an engine.
    func fail(_ message: String, help: String? = nil) {
        let mark = colorsErrors ? "\u{1B}[1;31merror\u{1B}[0m" : "error"
        error("\(mark): \(AnsiSafe.lines(message).joined(separator: "\n  "))\n")
        if let help { error("  = help: \(AnsiSafe.line(help))\n") }
    }
}
