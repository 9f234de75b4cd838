import ArgumentParser

/// Asks a person before something is changed.
struct Approval {
    let console: Console
    /// Whether standard input was read for the manifest, so that no answer can come from there.
    let isInputTaken: Bool

    /// Returns only where the answer is `yes`.
    func ask(_ question: String) throws(ExitCode) {
        guard !isInputTaken else {
            throw refused("standard input was the manifest, so it cannot bring an answer")
        }
        console.out("\(question) Only \"yes\" is accepted: ")
        let answer = readLine()
        if !SystemCalls.isTerminal(SystemCalls.standardInput) || answer == nil { console.out("\n") }
        guard let answer else { throw refused("nobody answered: standard input has ended") }
        guard answer.trimmingSpaces == "yes" else {
            console.error("not approved; nothing was changed\n")
            throw CommandExit.failure
        }
    }

    private func refused(_ message: String) -> ExitCode {
        console.fail(message, help: "pass --auto-approve to go ahead without a question; nothing was changed")
        return CommandExit.failure
    }
}

extension String {
    fileprivate var trimmingSpaces: Substring {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
