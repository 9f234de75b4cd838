import ArgumentParser
import ManifoldPlan
import ManifoldResources

/// Which part of a system is planned for, and what is replaced for no other reason than that somebody asks.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Plan only for this and what it needs, such as service.web or service.web[2]. Repeat it for several.",
            valueName: "address"
        ),
        transform: AddressArgument.any
    )
    var target: [ResourceAddress] = []

    @Option(
        help: ArgumentHelp("Leave this and what needs it alone. Repeat it for several.", valueName: "address"),
        transform: AddressArgument.any
    )
    var exclude: [ResourceAddress] = []

    @Option(
        help: ArgumentHelp(
            "Replace this service or network although nothing differs. Repeat it for several.",
            valueName: "address"
        ),
        transform: AddressArgument.replaceable
    )
    var replace: [ResourceAddress] = []

    /// The options of a plan with this choice.
    func applied(to options: PlanOptions) -> PlanOptions {
        var options = options
        options.targets = Set(target)
        options.exclusions = Set(exclude)
        options.replacements = Set(replace)
        return options
    }
}

/// Addresses on a command line.
enum AddressArgument {
    static func any(_ text: String) throws -> ResourceAddress {
        guard let address = ResourceAddress(text) else {
            throw ValidationError("write an address such as service.web, service.web[2], network.back or volume.data")
        }
        return address
    }

    static func replaceable(_ text: String) throws -> ResourceAddress {
        let address = try any(text)
        guard [.service, .network].contains(address.kind) else {
            throw ValidationError("only services and networks can be replaced; a new volume would be an empty one")
        }
        return address
    }
}
