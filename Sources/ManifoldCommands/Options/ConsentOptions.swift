import ArgumentParser
import ManifoldResources

/// The one consent there is: that a volume may be destroyed with its data.
struct ConsentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Let a volume be destroyed with its data. Repeat it for several.",
            valueName: "volume.NAME"
        ),
        transform: volume
    )
    var allowDestroy: [ResourceAddress] = []

    private static func volume(_ text: String) throws -> ResourceAddress {
        guard let address = ResourceAddress(text), address.kind == .volume else {
            throw ValidationError("only volumes need a consent; write volume.NAME")
        }
        return address
    }
}
