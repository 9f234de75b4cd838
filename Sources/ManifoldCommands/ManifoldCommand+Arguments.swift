import ArgumentParser

extension ManifoldCommand {
    /// The command that the arguments ask for.
    ///
    /// Where they begin with a subcommand's name, that subcommand reads the rest by itself first, which takes half as long.
    /// What it can make no sense of (mistakes, requests for help) goes the whole way, so that the answer knows the whole
    /// command line. So does what the program takes before its subcommand does: requests for completion scripts, and packs
    /// of short options, of which each level takes its own.
    ///
    /// - Throws: what `ManifoldCommand.exit(withError:)` tells the user.
    static func command(for arguments: [String]) throws -> any ParsableCommand {
        let rest = Array(arguments.dropFirst())
        if let subcommand = configuration.subcommands.first(where: { $0.configuration.commandName == arguments.first }),
            !rest.contains(where: isTakenBeforehand),
            let command = try? subcommand.parseAsRoot(rest), type(of: command) == subcommand
        {
            return command
        }
        return try parseAsRoot(arguments)
    }

    /// Whether the arguments ask for a command that begins with a look at the engine that the environment names, so that
    /// it can begin before they are read.
    static func looksAtStandardEngine(_ arguments: [String]) -> Bool {
        let looking: [any ParsableCommand.Type] = [PlanCommand.self, ExplainCommand.self]
        return looking.contains { $0.configuration.commandName == arguments.first }
            && !arguments.contains(where: mayNameEngineOrAskForHelp)
    }

    private static func mayNameEngineOrAskForHelp(_ argument: String) -> Bool {
        if argument.hasPrefix("--") { return argument.hasPrefix("--h") || argument == "--version" }
        return argument.hasPrefix("-") && argument.contains { $0 == "H" || $0 == "h" }
    }

    private static func isTakenBeforehand(_ argument: String) -> Bool {
        if argument.hasPrefix("--") { return argument.hasPrefix("--generate-completion-script") }
        return argument.hasPrefix("-") && argument.count > 2
    }
}

extension CommandConfiguration {
    /// A subcommand of `manifold`.
    static func subcommand(_ name: String, abstract: String, discussion: String) -> CommandConfiguration {
        // By the name above it ArgumentParser knows that a subcommand that is read by itself is not the program, which
        // alone is asked for completion scripts.
        CommandConfiguration(
            commandName: name,
            _superCommandName: "manifold",
            abstract: abstract,
            discussion: discussion
        )
    }
}
