import DockerEngine
import JSONReading
@testable import ManifoldDocker
import ManifoldResources

/// A container as the engine reports it, in which only what a test names is set; the parts are JSON.
struct InspectSketch {
    var id = "0123456789abcdef"
    var name = "/shop-web-1"
    var state = #"{"Status":"running","StartedAt":"2026-11-24T10:00:00Z"}"#
    var image = "sha256:1"
    var config = "{}"
    var host = "{}"
    var mounts = "[]"
    var networks = "{}"

    var json: String {
        #"{"Id":"\#(id)","Name":"\#(name)","Created":"2026-11-24T10:00:00.5Z","State":\#(state),"Image":"\#(image)","#
            + #""Config":\#(config),"HostConfig":\#(host),"Mounts":\#(mounts),"#
            + #""NetworkSettings":{"Networks":\#(networks)}}"#
    }

    var container: ContainerInspect {
        get throws { try decoded(json) }
    }

    func spec(expecting aliases: [String: Set<String>] = [:]) throws -> ContainerSpec {
        ContainerSpec(try container, expectedAliases: aliases)
    }

    var fields: OpenFields {
        get throws { FieldTable.container.fields(of: try spec()) }
    }
}

func decoded<Value: JSONReadable>(_ json: String) throws -> Value {
    try Value(json: JSONReader(Array(json.utf8)))
}

func text(_ string: String) -> FreeText {
    FreeText(string, isShowable: true)
}
