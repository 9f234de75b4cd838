import Subprocess

/// Runs programs as a person at a shell would.
enum Program {
    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - path: the program; without a slash it is looked for on PATH.
    ///   - arguments: its arguments.
    ///   - directory: the working directory.
    ///   - environment: variables to set; nil removes one. All others are inherited.
    ///   - started: is told the process's id while it runs.
    /// - Returns: how it ended, which may well be a failure.
    /// - Throws: where it could not be run at all.
    static func run(
        _ path: String,
        _ arguments: [String],
        in directory: String,
        environment: [String: String?] = [:],
        started: @Sendable (Int32) -> Void = { _ in }
    ) async throws -> Finished {
        // `env` replaces itself by the program, so the id is the program's.
        var words = ["-C", directory]
        for (name, value) in environment where value == nil { words += ["-u", name] }
        for case (let name, let value?) in environment { words.append("\(name)=\(value)") }
        let result = try await Subprocess.run(
            .name("env"),
            arguments: Arguments(words + [path] + arguments),
            input: .none,
            output: .string(limit: 8 << 20),
            error: .string(limit: 8 << 20)
        ) { execution in
            started(execution.processIdentifier.value)
        }
        let status: Finished.Status =
            switch result.terminationStatus {
            case .exited(let code): .code(code)
            case .signaled(let signal): .signal(signal)
            }
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        return Finished(
            command: ([name] + arguments).joined(separator: " "),
            status: status,
            output: result.standardOutput,
            errors: result.standardError
        )
    }
}
