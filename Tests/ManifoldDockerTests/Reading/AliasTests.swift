import ManifoldResources
import Testing

/// 20.10 adds the short id and the host name to a container's aliases when it starts, newer ones do at API 1.44.
@Suite("Aliases that the engine adds")
struct AliasTests {
    @Test(
        "the short id and the host name are nobody's alias, unless the manifest wants them",
        arguments: [
            (["web"], "", [], ["web"]), (["web", "0123456789ab"], "0123456789ab", ["web"], ["web"]),
            (["web", "0123456789ab", "host"], "host", ["web"], ["web"]),
            (["web", "0123456789ab", "host"], "host", ["web", "host"], ["web", "host"]),
            (["web", "0123456789ab"], "", ["0123456789ab"], ["web", "0123456789ab"]),
            (["web", "extra"], "", ["web"], ["web", "extra"]), (["web", "web"], "", ["web"], ["web"]),
            ([], "", ["web"], []),
        ] as [([String], String, Set<String>, Set<String>)]
    )
    func aliases(reported: [String], hostname: String, wanted: Set<String>, expected: Set<String>) throws {
        let list = reported.map { #""\#($0)""# }.joined(separator: ",")
        let sketch = InspectSketch(
            config: #"{"Hostname":"\#(hostname)"}"#,
            networks: #"{"net":{"Aliases":[\#(list)],"NetworkID":"n1"}}"#
        )
        #expect(try sketch.spec(expecting: ["net": wanted]).endpoints == ["net": EndpointSpec(aliases: expected)])
    }

    @Test("a network without aliases is a place on it all the same")
    func none() throws {
        let sketch = InspectSketch(networks: #"{"a":{"Aliases":null},"b":{}}"#)
        #expect(try sketch.spec().endpoints == ["a": EndpointSpec(), "b": EndpointSpec()])
    }

    @Test("what one network expects does not count on another")
    func networkByNetwork() throws {
        let sketch = InspectSketch(
            config: #"{"Hostname":"host"}"#,
            networks: #"{"a":{"Aliases":["host"]},"b":{"Aliases":["host"]}}"#
        )
        let spec = try sketch.spec(expecting: ["a": ["host"]])
        #expect(spec.endpoints == ["a": EndpointSpec(aliases: ["host"]), "b": EndpointSpec()])
    }
}
