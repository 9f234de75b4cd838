import ArgumentParser
import ManifoldResources
import Testing

@testable import ManifoldCommands

@Suite("command lines")
struct CommandParsingTests {
    private func parse<Command: ParsableCommand>(_ line: String, as type: Command.Type) throws -> Command {
        let command = try ManifoldCommand.command(for: line.split(separator: " ").map(String.init))
        return try #require(command as? Command)
    }

    private func exitCode(_ line: String) -> Int32? {
        do {
            _ = try ManifoldCommand.command(for: line.split(separator: " ").map(String.init))
            return nil
        } catch {
            return ManifoldCommand.exitCode(for: error).rawValue
        }
    }

    private static let global =
        "-f a.yaml --file b.yaml -p shop --project-directory /srv --profile x --profile y "
        + "--env-file one.env -H unix:///run/d.sock --color never -v"

    @Test("global options may stand on either side of the subcommand", arguments: ["\(global) plan", "plan \(global)"])
    func globalOptions(line: String) throws {
        let options = try parse(line, as: PlanCommand.self).global
        #expect(options.files == ["a.yaml", "b.yaml"])
        #expect(options.projectName == "shop")
        #expect(options.projectDirectory == "/srv")
        #expect(options.profiles == ["x", "y"])
        #expect(options.environmentFiles == ["one.env"])
        #expect(options.host == "unix:///run/d.sock")
        #expect(options.color == .never)
        #expect(options.verbose)
    }

    @Test("a dash is a file")
    func standardInput() throws {
        #expect(try parse("-f - validate", as: ValidateCommand.self).global.files == ["-"])
    }

    @Test("each subcommand takes its options")
    func subcommands() throws {
        _ = try parse("validate", as: ValidateCommand.self)
        _ = try parse("version", as: VersionCommand.self)
        _ = try parse("status -p shop", as: StatusCommand.self)

        let compile = try parse("compile --format json -q", as: CompileCommand.self)
        #expect(compile.format == .json && compile.quiet)
        #expect(try parse("compile", as: CompileCommand.self).format == .yaml)

        let plan = try parse(
            "plan --detailed-exitcode --format steps --allow-destroy volume.data",
            as: PlanCommand.self
        )
        #expect(plan.detailedExitCode && plan.format == .steps)
        #expect(plan.consent.allowDestroy == [ResourceAddress(.volume, "data")])

        let part = try parse(
            "plan --target service.web --target service.api[2] --exclude network.back --replace service.web",
            as: PlanCommand.self
        )
        #expect(part.scope.target.map(\.description) == ["service.web", "service.api[2]"])
        #expect(part.scope.exclude == [ResourceAddress(.network, "back")])
        #expect(part.scope.replace == [ResourceAddress(.service, "web")])
        #expect(try parse("apply --target volume.a", as: ApplyCommand.self).scope.target.count == 1)

        let apply = try parse(
            "apply --auto-approve --lock-timeout 60 --allow-destroy volume.a --allow-destroy volume.b",
            as: ApplyCommand.self
        )
        #expect(apply.apply.autoApprove && apply.apply.lockTimeout == 60 && apply.consent.allowDestroy.count == 2)

        #expect(try parse("drift -p shop --format json", as: DriftCommand.self).format == .json)
        let explain = try parse("explain service.web[2]", as: ExplainCommand.self)
        #expect(explain.address == ResourceAddress(.service, "web", replica: 2))
        #expect(try parse("drift", as: DriftCommand.self).format == .text)

        let destroy = try parse("destroy -p shop --auto-approve", as: DestroyCommand.self)
        #expect(destroy.apply.autoApprove && destroy.global.projectName == "shop")

        #expect(try parse("unlock --force", as: UnlockCommand.self).force)
        #expect(try parse("unlock --auto-approve", as: UnlockCommand.self).force)
    }

    @Test(
        "a wrong command line is a usage error",
        arguments: [
            "plna", "plan --nonsense", "plan surplus", "compile --format xml", "apply --lock-timeout soon",
            "apply --lock-timeout -1", "plan --allow-destroy network.back", "plan --allow-destroy data",
            "plan --color blue", "plan --target web", "plan --exclude service.", "apply --replace volume.data",
            "plan --replace service.web[0]", "explain", "explain web",
            "plan -f",
        ]
    )
    func usageErrors(line: String) {
        #expect(exitCode(line) == 64)
    }

    @Test(
        "the version is one line, with the option and with the subcommand",
        arguments: ["--version", "plan --version"]
    )
    func version(line: String) {
        let error = #expect(throws: (any Error).self) {
            try ManifoldCommand.command(for: line.split(separator: " ").map(String.init))
        }
        #expect(error.map { ManifoldCommand.message(for: $0) } == "manifold 0.1.0")
        #expect(exitCode(line) == 0)
    }

    @Test(
        "what a subcommand cannot read by itself is answered as by the whole program",
        arguments: [
            "plan --help", "plan -h", "help plan", "explain", "plan surplus", "compile --format xml", "plan --version",
            "plan --generate-completion-script bash", "plan --generate-completion-script", "plan help",
            "plan -f --generate-completion-script",
        ]
    )
    func wholeAnswers(line: String) {
        let arguments = line.split(separator: " ").map(String.init)
        func answer(_ parse: ([String]) throws -> any ParsableCommand) -> String? {
            let error = #expect(throws: (any Error).self) {
                var command = try parse(arguments)
                try command.run()
            }
            return error.map { ManifoldCommand.fullMessage(for: $0) }
        }
        #expect(answer(ManifoldCommand.command) == answer { try ManifoldCommand.parseAsRoot($0) })
    }

    @Test(
        "what a subcommand reads by itself is what the whole program reads",
        arguments: [
            "plan", "plan \(global)", "compile -f a -o b", "compile -of a b", "compile -fo a b", "compile -vqf a",
            "compile -op shop out", "plan -vf a.yaml", "explain service.web -f a.yaml",
            "apply --lock-timeout=5 --file=b", "plan --target service.web --color always -H tcp://x",
            "plan -f -x -p y", "unlock --force -v",
        ]
    )
    func sameReading(line: String) throws {
        let arguments = line.split(separator: " ").map(String.init)
        let command = try ManifoldCommand.command(for: arguments)
        #expect("\(command)" == "\(try ManifoldCommand.parseAsRoot(arguments))")
    }

    @Test(
        "an engine that the environment names is asked before the arguments are read, where they ask for no other",
        arguments: [
            ("plan", true), ("plan -f manifest.yaml --detailed-exitcode", true), ("explain service.web -v", true),
            ("apply", false), ("compile", false), ("", false), ("-v plan", false),
            ("plan -H unix:///run/d.sock", false), ("plan --host=tcp://x", false), ("plan --host tcp://x", false),
            ("plan -vH tcp://x", false), ("plan -h", false), ("plan --help", false), ("plan --version", false),
        ]
    )
    func earlyLook(line: String, isEarly: Bool) {
        #expect(ManifoldCommand.looksAtStandardEngine(line.split(separator: " ").map(String.init)) == isEarly)
    }

    @Test("the help of each command has an example and the global options")
    func help() {
        for command in ManifoldCommand.configuration.subcommands {
            let help = ManifoldCommand.helpMessage(for: command, columns: 100)
            #expect(help.contains("Example"), "\(command)")
            #expect(help.contains("manifold \(command.configuration.commandName ?? "?")") || help.contains("validate"))
            #expect(help.contains("--project-name"), "\(command)")
        }
        #expect(ManifoldCommand.helpMessage(columns: 100).contains("Example"))
    }

    @Test("every subcommand has a name and an abstract")
    func configurations() {
        let names = ManifoldCommand.configuration.subcommands.map { $0.configuration.commandName }
        #expect(
            names == [
                "validate", "compile", "plan", "apply", "destroy", "status", "drift", "explain", "unlock", "schema",
                "version",
            ]
        )
        #expect(ManifoldCommand.configuration.subcommands.allSatisfy { !$0.configuration.abstract.isEmpty })
    }
}
