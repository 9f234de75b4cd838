import DockerEngine
import FoundationEssentials
import JSONReading
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import ManifoldTestSupport
import Testing

/// What was wanted, what was sent for it, what a 20.10 engine said of it afterwards, and what is read from that.
@Suite("From a spec to an engine and back")
struct RoundTripTests {
    @Test(
        "the call that makes a container is the one that the engine's answer was recorded for",
        arguments: RoundTrip.all
    )
    func sent(trip: RoundTrip) throws {
        let fixture = try JSONValue(fixture(trip.description))
        let encoder = JSONEncoder()
        let sent = try JSONValue(encoder.encode(ContainerCreate(trip.spec, carrying: [:])))
        #expect(sent == fixture["sent"])
    }

    @Test("what is read back is what was wanted, over what the image supplies", arguments: RoundTrip.all)
    func fields(trip: RoundTrip) throws {
        let live = FieldTable.container.fields(of: try reported(trip))
        let expected = overlay(try defaults(trip), FieldTable.container.fields(of: trip.spec))
        // Beside the host's network a container shows the host's own name.
        let filled: FieldName? = trip.spec.sharing.network == .named("host") ? "hostname" : nil
        for row in FieldTable.container.rows where row.name != "files" && row.name != filled {
            #expect(live[row.name] == expected[row.name], "\(row.name)")
        }
    }

    @Test("no field that can be told from an engine is left out of the recordings")
    func completeness() {
        let recorded = RoundTrip.all.reduce(into: Set<FieldName>()) { names, trip in
            names.formUnion(FieldTable.container.fields(of: trip.spec).keys)
        }
        #expect(recorded == Set(FieldTable.container.rows.map(\.name)).subtracting(Self.silent))
    }

    /// What no answer has: files, which are written afterwards, the platform, and what the recording's host cannot do.
    private static let silent: Set<FieldName> = [
        "files", "platform", "annotations", "storage_opt", "blkio_config.weight", "blkio_config.weight_device",
    ]

    @Test("the places that the field table names are where the engine has what was set")
    func places() throws {
        for row in FieldTable.container.rows where !Self.silent.contains(row.name) {
            let fixtures = try RoundTrip.all.filter { FieldTable.container.fields(of: $0.spec)[row.name] != nil }
                .map { try JSONValue(fixture($0.description)) }
            for (part, places) in [("sent", row.create), ("inspect", row.inspect)] where !places.hasPrefix("?") {
                for place in places.split(separator: ", ") {
                    #expect(fixtures.contains { $0[part]?.value(at: place) != nil }, "\(row.name): \(part) \(place)")
                }
            }
        }
    }

    @Test(
        "a port is published only where both maps of the call have it under the very same key",
        arguments: RoundTrip.all
    )
    func ports(trip: RoundTrip) {
        let create = ContainerCreate(trip.spec, carrying: [:])
        #expect(create.config.exposedPorts == Set(create.hostConfig.portBindings.keys))
    }

    private func reported(_ trip: RoundTrip) throws -> ContainerSpec {
        enum Key: CodingKey { case inspect }
        var fixture = try JSONReader(Array(fixture(trip.description))).object(Key.self)
        return ContainerSpec(try fixture.required(.inspect), expectedAliases: trip.spec.endpoints.mapValues(\.aliases))
    }

    private func defaults(_ trip: RoundTrip) throws -> OpenFields {
        try ImageInspect(json: JSONReader(Array(fixture(trip.image)))).defaults
    }

    /// The engine's own rules for what a container has of its image.
    private func overlay(_ defaults: OpenFields, _ own: OpenFields) -> OpenFields {
        var fields = defaults
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

    private func fixture(_ name: String) throws -> Data {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: folder.appending(path: "Fixtures/\(name).json"))
    }
}

extension JSONValue {
    fileprivate init(_ data: Data) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: data)
    }

    /// What stands at a path such as `HostConfig.Init`, unless it is nothing.
    fileprivate func value(at path: Substring) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }.flatMap { $0 == .null ? nil : $0 }
    }
}
