import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections
import SideBySide

/// Services read on all processors at once, which pays where there are hundreds of them.
///
/// Reading a service depends on no other one but for what they share: how much may still be read, and files that several
/// of them name. Services that name files are read in turn, and so are all of them once there is a mistake, so that the
/// result is the same on any number of processors.
extension ManifestDecoder {
    /// The services, or nil where they are to be read in turn.
    mutating func servicesSideBySide(_ field: Field) -> OrderedDictionary<String, Service>? {
        guard let pairs = field.value.pairs, pairs.isManyPortions, !pairs.contains(where: Self.namesFiles) else {
            return nil
        }
        let beginner = withoutFindings
        let portions = pairs.mapPortions { pairs in
            var decoder = beginner
            let part = Field(field.key, at: field.keySpan, field.value.with(.mapping(pairs)), of: field.subject)
            let services = decoder.servicesInTurn(part)
            return Portion(services: services, decoder: decoder)
        }
        return takeOver(portions)
    }

    /// What came of some of the services.
    private struct Portion: Sendable {
        let services: OrderedDictionary<String, Service>
        let decoder: ManifestDecoder
    }

    private var withoutFindings: ManifestDecoder {
        ManifestDecoder(
            diagnostics: Diagnostics(),
            sources: sources,
            request: request,
            files: files,
            contexts: contexts,
            serviceNames: serviceNames,
            // After a mistake all is read once more, and only then it is told in full.
            comparisonsLeft: 0
        )
    }

    private mutating func takeOver(_ portions: [Portion]) -> OrderedDictionary<String, Service>? {
        let ports = portions.reduce(portCount) { $0 + $1.decoder.portCount }
        guard ports <= Self.mostPorts, !portions.contains(where: \.decoder.diagnostics.hasErrors) else { return nil }
        portCount = ports
        var services: OrderedDictionary<String, Service> = [:]
        services.reserveCapacity(serviceNames.count)
        for portion in portions {
            for (name, service) in portion.services { services[name] = service }
            diagnostics.report(contentsOf: portion.decoder.diagnostics)
            idleKeys += portion.decoder.idleKeys
            traps.add(portion.decoder.traps)
            buildSecrets.merge(portion.decoder.buildSecrets) { $1 }
            modelUses.merge(portion.decoder.modelUses) { $1 }
        }
        return services
    }

    private static func namesFiles(_ service: Node.Pair) -> Bool {
        service.value["env_file"] != nil || service.value["label_file"] != nil
    }
}
