import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// What services share: networks, volumes, contents and images, and only those that some active service uses.
struct SharedParts {
    private let names: DeclaredNames
    private(set) var used: Set<ResourceAddress> = []
    private var images = SharedImages()

    init(_ names: DeclaredNames) {
        self.names = names
    }

    private var manifest: Manifest { names.manifest }

    mutating func use(_ lowered: LoweredService, reporting diagnostics: inout Diagnostics) {
        used.formUnion(lowered.parts)
        if let image = lowered.image { images.add(image, reporting: &diagnostics) }
    }

    func resources(reporting diagnostics: inout Diagnostics) -> [Resource] {
        var resources = images.resources
        let implicit = manifest.networks["default"] == nil ? ["default"] : []
        for address in addresses(.network, implicit + manifest.networks.keys) {
            resources += network(address, reporting: &diagnostics)
        }
        for address in addresses(.volume, manifest.volumes.keys) {
            resources += volume(address, reporting: &diagnostics)
        }
        for address in addresses(.config, manifest.configs.keys) { resources += content(address, manifest.configs) }
        for address in addresses(.secret, manifest.secrets.keys) { resources += content(address, manifest.secrets) }
        return resources
    }

    /// The used ones of some names.
    private func addresses(_ kind: ResourceAddress.Kind, _ names: some Sequence<String>) -> [ResourceAddress] {
        names.map { ResourceAddress(kind, $0) }.filter(used.contains)
    }

    private func network(_ address: ResourceAddress, reporting diagnostics: inout Diagnostics) -> [Resource] {
        guard let name = names.network(address.name) else { return [] }
        var spec = NetworkSpec(name: name)
        guard let declaration = manifest.networks[address.name] else {
            return [Resource(id: address, spec: .network(spec))]
        }
        spec.isExternal = declaration.isExternal
        let span = declaration.origin.span
        // Of what others made only the name counts.
        if declaration.isExternal { return [Resource(id: address, spec: .network(spec), declaration: span)] }
        var settings = DeclaredSettings(neutralDriver: "bridge")
        settings.add(driver: declaration.driver, options: declaration.driverOptions)
        settings.add(labels: declaration.labels, reporting: &diagnostics)
        settings.origins[FieldPath("name")] = declaration.name?.origin
        settings.origins[FieldPath("internal")] = declaration.isInternal?.origin
        spec.isInternal = declaration.isInternal?.value ?? false
        for (key, path) in [("attachable", \NetworkSpec.isAttachable), ("enable_ipv6", \.hasIPv6)] {
            guard let setting = declaration.setting(key) else { continue }
            spec[keyPath: path] = setting.isTrue
            settings.origins[FieldPath(FieldName(key))] = setting.origin
        }
        if let setting = declaration.setting("enable_ipv4") {
            spec.hasIPv4 = !setting.isFalse
            settings.origins[FieldPath("enable_ipv4")] = setting.origin
        }
        if let ipam = declaration.setting("ipam") {
            let lowering = AddressLowering(ipam, of: address.name, reporting: &diagnostics)
            spec.addresses = lowering.addresses
            settings.origins.merge(lowering.origins) { $1 }
        }
        (spec.driver, spec.driverOptions, spec.labels) = (settings.driver, settings.options, settings.labels)
        return [Resource(id: address, spec: .network(spec), origins: settings.origins, declaration: span)]
    }

    private func volume(_ address: ResourceAddress, reporting diagnostics: inout Diagnostics) -> [Resource] {
        guard let name = names.volume(address.name), let declaration = manifest.volumes[address.name] else { return [] }
        var spec = VolumeSpec(name: name)
        spec.isExternal = declaration.isExternal
        let span = declaration.origin.span
        if declaration.isExternal { return [Resource(id: address, spec: .volume(spec), declaration: span)] }
        if let given = declaration.name, !VolumeName.isValid(given.value) {
            diagnostics.report(GraphDiagnostics.invalidVolumeName(given))
        }
        var settings = DeclaredSettings(neutralDriver: "local")
        settings.add(driver: declaration.driver, options: declaration.driverOptions)
        settings.add(labels: declaration.labels, reporting: &diagnostics)
        settings.origins[FieldPath("name")] = declaration.name?.origin
        (spec.driver, spec.driverOptions, spec.labels) = (settings.driver, settings.options, settings.labels)
        return [Resource(id: address, spec: .volume(spec), origins: settings.origins, declaration: span)]
    }

    private func content(
        _ address: ResourceAddress,
        _ declarations: OrderedDictionary<String, ContentDeclaration>
    ) -> [Resource] {
        guard let declaration = declarations[address.name] else { return [] }
        let spec = ContentSpec(content: FreeText(content: declaration.content))
        return [
            Resource(
                id: address,
                spec: address.kind == .secret ? .secret(spec) : .config(spec),
                origins: [FieldPath("content"): declaration.origin],
                declaration: declaration.origin.span
            )
        ]
    }
}
