import ArgumentParser

/// How a command that changes an engine asks and waits.
struct ApplyOptions: ParsableArguments {
    @Flag(help: "Go ahead without asking.")
    var autoApprove = false

    @Option(
        help: ArgumentHelp("How long to wait for somebody else's apply to end.", valueName: "seconds")
    )
    var lockTimeout = 0

    @Flag(help: "Go ahead although the system was last applied from another repository or directory.")
    var takeover = false

    func validate() throws {
        guard (0...86_400).contains(lockTimeout) else {
            throw ValidationError("--lock-timeout takes seconds, from 0 to 86400")
        }
    }
}
