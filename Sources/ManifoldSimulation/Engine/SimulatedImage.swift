import ManifoldPlan
import ManifoldResources

/// An image of the simulated engine.
struct SimulatedImage: Hashable {
    let id: String
    let reference: String
    /// What it supplies to its containers by itself.
    let defaults: OpenFields
    /// What it was built from.
    var record: SpecRecord?

    /// What an image supplies where a test says nothing else.
    static let plainDefaults: OpenFields = [
        "environment": .map(["PATH": .text(FreeText("/usr/bin:/bin", isShowable: false))]),
        "command": .list([.text(FreeText("/bin/server", isShowable: false))]),
    ]

    /// The fields of a container made from the image: maps are merged entry by entry, everything else is overridden.
    func overlaid(with own: OpenFields) -> OpenFields {
        var fields = defaults
        // The engine drops the image's command as soon as an entrypoint is given.
        if own["entrypoint"] != nil { fields["command"] = nil }
        for (name, value) in own {
            if case .map(let entries) = value, case .map(let supplied)? = fields[name] {
                fields[name] = .map(supplied.merging(entries) { $1 })
            } else {
                fields[name] = value
            }
        }
        return fields
    }
}
