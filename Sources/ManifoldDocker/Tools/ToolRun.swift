import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// One run of another program, found on PATH, to its end.
struct ToolRun: Sendable {
    let program: String
    let arguments: [String]
    /// Variables beside those of this process; nil takes one away.
    var environment: [String: String?] = [:]
    /// What it reads; nothing is an empty input.
    var input = ""
    /// How long it may take; nil is as long as it likes.
    var deadline: Duration?

    enum Ending: Equatable, Sendable {
        case exited(Int32)
        case signalled
        /// There is no such program on PATH.
        case notFound
        case deadlinePassed
        /// It could not be run, or not be listened to; in words.
        case failed(String)
    }

    struct Finished: Sendable {
        let ending: Ending
        let output: String

        var isSuccess: Bool { ending == .exited(0) }
    }

    /// Longer answers are no answers of a program that is asked something.
    private static let largestAnswer = 4 << 20

    /// Runs the program for what it prints on standard output.
    func collect() async -> Finished {
        await bounded {
            let result = try await Subprocess.run(
                .name(program),
                arguments: Arguments(arguments),
                environment: fullEnvironment,
                input: .fileDescriptor(try UnnamedFile.open(holding: input), closeAfterSpawningProcess: true),
                output: .string(limit: Self.largestAnswer),
                error: .discarded
            )
            return Finished(ending: Ending(result.terminationStatus), output: result.standardOutput)
        }
    }

    /// Runs the program and keeps the last lines of all that it prints.
    func tail(lines count: Int) async -> Finished {
        await bounded {
            let result = try await Subprocess.run(
                .name(program),
                arguments: Arguments(arguments),
                environment: fullEnvironment,
                input: .fileDescriptor(try UnnamedFile.open(holding: input), closeAfterSpawningProcess: true),
                output: .sequence,
                error: .combinedWithOutput
            ) { execution in
                var tail = TextTail(lines: count)
                for try await part in execution.standardOutput {
                    part.withUnsafeBytes { tail.append($0) }
                }
                return tail.text
            }
            return Finished(ending: Ending(result.terminationStatus), output: result.closureResult)
        }
    }

    private var fullEnvironment: Environment {
        .inherit.updating(
            Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })
        )
    }

    private func bounded(_ work: @escaping @Sendable () async throws -> Finished) async -> Finished {
        guard let deadline else { return await settled(work) }
        return await withTaskGroup(of: Finished.self) { group in
            group.addTask { await settled(work) }
            group.addTask {
                try? await Task.sleep(for: deadline)
                return Finished(ending: .deadlinePassed, output: "")
            }
            let first = await group.next()
            group.cancelAll()
            return first ?? Finished(ending: .deadlinePassed, output: "")
        }
    }

    private func settled(_ work: @Sendable () async throws -> Finished) async -> Finished {
        do {
            return try await work()
        } catch let error as SubprocessError where error.code == .executableNotFound {
            return Finished(ending: .notFound, output: "")
        } catch {
            return Finished(ending: .failed("\(error)"), output: "")
        }
    }
}

extension ToolRun.Ending {
    fileprivate init(_ status: TerminationStatus) {
        switch status {
        case .exited(let code): self = .exited(Int32(code))
        case .signaled: self = .signalled
        }
    }
}
