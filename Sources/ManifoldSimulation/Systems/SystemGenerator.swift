import ManifoldResources

/// Makes up small systems, and changes of them, for tests of what must hold for every system; the same for the same seed.
package struct SystemGenerator: Sendable {
    private var random: SplitMix64

    /// References of all images that are used.
    package static let images = ["docker.io/library/one:1", "docker.io/library/two:1", "docker.io/library/three:1"]

    package init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// A system of up to six services.
    package mutating func system(named name: String = "shop") -> SystemSketch {
        var sketch = SystemSketch(name: name)
        for network in ["front", "back", "side"].prefix(random.pick(1...3)) {
            sketch.networks[network] = .init(isInternal: random.chance(20))
        }
        sketch.volumes = Set(["data", "cache"].prefix(random.pick(0...2)))
        for index in 1...random.pick(1...6) { sketch.services.append(service(index, in: sketch)) }
        return sketch
    }

    /// The same system with one to four things changed.
    package mutating func variation(of sketch: SystemSketch) -> SystemSketch {
        var sketch = sketch
        for _ in 0..<random.pick(1...4) { change(&sketch) }
        if random.chance(30) { handOutAddresses(in: &sketch) }
        if random.chance(20) { handOutSubnets(in: &sketch) }
        if random.chance(10) { renameNetwork(in: &sketch) }
        return sketch
    }

    private mutating func service(_ index: Int, in sketch: SystemSketch) -> SystemSketch.ServiceSketch {
        var service = SystemSketch.ServiceSketch("s\(index)", image: Self.images[random.pick(0...2)])
        service.isJob = random.chance(15)
        if !service.isJob {
            service.replicas = random.chance(30) ? random.pick(2...3) : 1
            service.isChecked = random.chance(40)
            service.followsRestarts = random.chance(20)
            if service.replicas == 1, random.chance(30) { service.hostPort = UInt16(8000 + index) }
            if random.chance(30) { service.restart = random.chance(50) ? .always : .onFailure(maximumRetries: 3) }
        }
        for variable in ["A", "B", "C"].prefix(random.pick(0...3)) { service.environment[variable] = word() }
        for network in sketch.networks.keys.sorted() where random.chance(60) { service.networks.insert(network) }
        for volume in sketch.volumes.sorted() where random.chance(40) { service.mounts["/\(volume)"] = volume }
        for needed in sketch.services where random.chance(30) { service.needs.insert(needed.name) }
        if random.chance(30) { service.memory = megabytes() }
        if random.chance(20) { service.pids = Int64(random.pick(10...99)) }
        if random.chance(50) { service.config = word() }
        service.contentPolicy = policy()
        return service
    }

    private mutating func change(_ sketch: inout SystemSketch) {
        guard let index = sketch.services.indices.randomElement(using: &random) else { return }
        switch random.pick(0...13) {
        case 0: remove(index, from: &sketch)
        case 1: sketch.services.append(service(sketch.services.count + random.pick(1...3) * 10, in: sketch))
        case 2: toggleNetwork(in: &sketch)
        case 3: dropNetwork(in: &sketch)
        default: change(&sketch.services[index], in: sketch)
        }
        var seen: Set<String> = []
        sketch.services.removeAll { !seen.insert($0.name).inserted }
    }

    private mutating func change(_ service: inout SystemSketch.ServiceSketch, in sketch: SystemSketch) {
        switch random.pick(0...11) {
        case 0: service.environment["A"] = random.chance(70) ? word() : nil
        case 1: service.image = Self.images[random.pick(0...2)]
        case 2 where !service.isJob && service.hostPort == nil: service.replicas = random.pick(1...3)
        case 3: service.memory = random.chance(70) ? megabytes() : nil
        case 4: service.pids = random.chance(50) ? Int64(random.pick(10...99)) : nil
        case 5 where !service.isJob: service.restart = random.chance(50) ? .unlessStopped : nil
        case 6: service.config = random.chance(70) ? word() : nil
        case 7 where service.replicas == 1 && !service.isJob: service.hostPort = UInt16(random.pick(8001...8004))
        case 8:
            if let network = sketch.networks.keys.sorted().randomElement(using: &random) {
                service.networks.formSymmetricDifference([network])
            }
        case 9...10:
            if service.config != nil { service.config = word() }
        default: service.environment["B"] = word()
        }
        let ports = sketch.services.filter { $0.name != service.name }.compactMap(\.hostPort)
        if let port = service.hostPort, ports.contains(port) { service.hostPort = nil }
    }

    private mutating func remove(_ index: Int, from sketch: inout SystemSketch) {
        guard sketch.services.count > 1 else { return }
        let name = sketch.services.remove(at: index).name
        for index in sketch.services.indices { sketch.services[index].needs.remove(name) }
    }

    private mutating func toggleNetwork(in sketch: inout SystemSketch) {
        guard let network = sketch.networks.keys.sorted().randomElement(using: &random) else { return }
        sketch.networks[network]?.isInternal.toggle()
    }

    private mutating func dropNetwork(in sketch: inout SystemSketch) {
        guard let network = sketch.networks.keys.sorted().randomElement(using: &random) else { return }
        sketch.networks[network] = nil
        for index in sketch.services.indices { sketch.services[index].networks.remove(network) }
    }

    /// Gives some services on a network addresses out of a few, so that they get those that others had.
    private mutating func handOutAddresses(in sketch: inout SystemSketch) {
        guard let network = sketch.networks.keys.sorted().randomElement(using: &random) else { return }
        var addresses = (2...4).map { "10.0.0.\($0)" }.shuffled(using: &random)
        for index in sketch.services.indices {
            sketch.services[index].addresses[network] = random.chance(60) ? addresses.popLast() : nil
        }
    }

    /// Gives some networks subnets out of a few, so that they get those that others had.
    private mutating func handOutSubnets(in sketch: inout SystemSketch) {
        var subnets = (1...3).map { "10.0.\($0).0/24" }.shuffled(using: &random)
        for network in sketch.networks.keys.sorted() {
            sketch.networks[network]?.subnet = random.chance(60) ? subnets.popLast() : nil
        }
    }

    /// Calls a network otherwise, with everything that is on it.
    private mutating func renameNetwork(in sketch: inout SystemSketch) {
        guard let old = sketch.networks.keys.sorted().randomElement(using: &random) else { return }
        let new = "n\(random.pick(1...9))"
        guard sketch.networks[new] == nil else { return }
        sketch.networks[new] = sketch.networks.removeValue(forKey: old)
        for index in sketch.services.indices where sketch.services[index].networks.remove(old) != nil {
            sketch.services[index].networks.insert(new)
            sketch.services[index].addresses[new] = sketch.services[index].addresses.removeValue(forKey: old)
        }
    }

    /// How a config is taken for as long as its service is there, so that what its process knows follows from the manifest.
    private mutating func policy() -> ContentPolicy? {
        [nil, .restart, .signal("SIGHUP"), .signal("SIGHUP"), .ignore][random.pick(0...4)]
    }

    private mutating func word() -> String {
        "w\(random.pick(100...999))"
    }

    private mutating func megabytes() -> Int64 {
        Int64(random.pick(8...64)) << 20
    }
}
