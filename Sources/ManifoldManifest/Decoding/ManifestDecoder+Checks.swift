import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// Whether the keys of a service go together.
extension ManifestDecoder {
    mutating func check(_ service: Service, at field: Field) {
        if field.value.pairs != nil, service.image == nil, !hasOtherImage(field) {
            diagnostics.report(.noImage(field, near: similarService(to: service.name)))
        }
        if let mode = service.normal["network_mode"], let networks = field.value["networks"], !service.networks.isEmpty
        {
            diagnostics.report(.networksWithMode(mode.span, networks.span, service.name))
        }
        if let platform = service.normal["platform"], let platforms = service.normal["build"]?["platforms"],
            platforms.items?.contains(where: { $0.scalarText == platform.scalarText }) == false
        {
            diagnostics.report(.platformNotBuilt(platform.span, platforms.span, service.name))
        }
    }

    /// Another service with nearly the same name.
    ///
    /// That costs a look at every name, so a generated file full of mistakes gets it for the first ones only.
    private mutating func similarService(to name: String) -> String? {
        guard comparisonsLeft > 0 else { return nil }
        comparisonsLeft -= serviceNames.count
        return Suggestion.nearest(to: name, among: serviceNames.lazy.filter { $0 != name })
    }

    /// Whether the image is missing for a reason that was reported already, or comes from elsewhere.
    private func hasOtherImage(_ field: Field) -> Bool {
        let isMisspelt = field.value.pairs?
            .contains { pair in
                pair.key.scalarText.map { $0 != "image" && Suggestion.nearest(to: $0, among: ["image"]) != nil }
                    ?? false
            }
        return ["build", "provider"].contains { field.value[$0] != nil } || isMisspelt == true
            || field.value["image"].map { $0.resolved != .string || $0.tag != nil } ?? false
    }
}
