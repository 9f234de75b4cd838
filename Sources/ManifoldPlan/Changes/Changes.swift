import ManifoldDiagnostics
import ManifoldResources

/// The decisions of a plan in the form for people.
struct Changes {
    private(set) var all: [Change] = []
    private(set) var unchangedCount = 0

    init(
        networks: [NetworkDecision],
        volumes: [VolumeDecision],
        containers: [ContainerDecision],
        departures: Departures,
        images: [ImageDecision],
        outages: Outages
    ) {
        for image in images {
            guard let action = image.action else { continue }
            add(image.desired, actions: [action], reasons: image.reasons, disruption: .none)
        }
        for network in networks where !network.desired.isExternal {
            switch network.outcome {
            case .keep: unchangedCount += 1
            case .create: add(network.desired, actions: [.create], reasons: network.reasons, disruption: .none)
            case .replace:
                let isUsed = network.live?.attached.isEmpty == false
                add(
                    network.desired,
                    actions: [.replace],
                    reasons: network.reasons,
                    disruption: isUsed ? .connectionsDrop : .none
                )
            }
        }
        for volume in volumes where !volume.desired.isExternal {
            if volume.isCreated {
                add(volume.desired, actions: [.create], reasons: volume.reasons, disruption: .none)
            } else {
                unchangedCount += 1
            }
        }
        for container in containers {
            if container.actions.isEmpty {
                unchangedCount += 1
            } else {
                let outage = outages.outage(of: container)
                add(
                    container.desired,
                    named: container.removesOnlyLeftovers ? container.leftovers[0].name : nil,
                    actions: container.actions,
                    reasons: container.reasons,
                    disruption: outage?.disruption ?? container.mildDisruption,
                    outage: outage
                )
            }
        }
        add(departures, outages)
        all.sort { $0.id == $1.id ? $0.name < $1.name : $0.id < $1.id }
    }

    private mutating func add(
        _ desired: DesiredResource,
        named name: String? = nil,
        actions: [Action],
        reasons: [Reason],
        disruption: Disruption,
        outage: Outage? = nil
    ) {
        var seen: Set<Reason> = []
        let change = Change(
            id: desired.id,
            name: name ?? desired.name,
            actions: actions,
            reasons: reasons.filter { seen.insert($0).inserted },
            disruption: disruption,
            outage: outage,
            origin: desired.declaration
        )
        all.append(change)
    }

    private mutating func add(_ departures: Departures, _ outages: Outages) {
        func destroy(
            _ id: ResourceAddress,
            _ name: String,
            _ reason: Reason,
            _ disruption: Disruption,
            _ outage: Outage? = nil,
            declared origin: SourceSpan? = nil
        ) {
            let change = Change(
                id: id,
                name: name,
                actions: [.destroy],
                reasons: [reason],
                disruption: disruption,
                outage: outage,
                origin: origin
            )
            all.append(change)
        }
        let reason = departures.reason
        for container in departures.containers {
            let outage = outages.outage(of: container)
            destroy(
                container.address,
                container.live[0].name,
                container.reason,
                outage?.disruption ?? .none,
                outage,
                declared: container.declaration
            )
        }
        for network in departures.networks {
            guard let address = network.address else { continue }
            destroy(address, network.name, reason, outages.cutsConnections(network) ? .connectionsDrop : .none)
        }
        for volume in departures.strayVolumes { destroy(volume.address, volume.name, .leftover, .none) }
        for volume in departures.volumes {
            guard let address = volume.address else { continue }
            destroy(address, volume.name, reason, .dataLoss)
        }
    }
}
