import DockerEngine
@testable import ManifoldDocker
import ManifoldResources
import Testing

/// What an engine reports in several ways is one value: INSPECT §9.
@Suite("Equal to the engine, equal to us")
struct EqualityRuleTests {
    /// Spellings of `HostConfig` that mean the same, and the field that comes of them.
    private static let host: [(field: FieldName, spellings: [String], value: FieldValue<FreeText>?)] = [
        (
            "restart",
            [
                "{}", #"{"RestartPolicy":null}"#, #"{"RestartPolicy":{"Name":"","MaximumRetryCount":0}}"#,
                #"{"RestartPolicy":{"Name":"no","MaximumRetryCount":0}}"#,
            ], nil
        ),
        ("restart", [#"{"RestartPolicy":{"Name":"on-failure","MaximumRetryCount":0}}"#], .word("on-failure")),
        ("restart", [#"{"RestartPolicy":{"Name":"on-failure","MaximumRetryCount":2}}"#], .word("on-failure:2")),
        ("pids_limit", ["{}", #"{"PidsLimit":null}"#, #"{"PidsLimit":0}"#, #"{"PidsLimit":-1}"#], nil),
        ("pids_limit", [#"{"PidsLimit":7}"#], .number(7)),
        (
            "mem_limit",
            ["{}", #"{"Memory":0}"#, #"{"Memory":9223372036854771712,"MemorySwap":-1}"#], nil
        ),
        (
            "memswap_limit",
            [
                "{}", #"{"MemorySwap":0}"#, #"{"MemorySwap":-1}"#,
                #"{"Memory":9223372036854771712,"MemorySwap":-1}"#,
            ], nil
        ),
        (
            "memswap_limit",
            [#"{"Memory":64,"MemorySwap":0}"#, #"{"Memory":64}"#, #"{"Memory":64,"MemorySwap":128}"#], .bytes(128)
        ),
        ("memswap_limit", [#"{"Memory":64,"MemorySwap":64}"#], .bytes(64)),
        ("memswap_limit", [#"{"Memory":64,"MemorySwap":-1}"#], .word("unlimited")),
        ("cpus", ["{}", #"{"NanoCpus":0}"#], nil),
        ("read_only", ["{}", #"{"ReadonlyRootfs":false}"#], nil),
        ("init", ["{}", #"{"Init":null}"#], nil),
        ("init", [#"{"Init":false}"#], .flag(false)),
        ("cap_add", ["{}", #"{"CapAdd":null}"#, #"{"CapAdd":[]}"#], nil),
        (
            "cap_add",
            [
                #"{"CapAdd":["NET_ADMIN","KILL"]}"#, #"{"CapAdd":["CAP_KILL","cap_net_admin"]}"#,
                #"{"CapAdd":["kill","NET_ADMIN","CAP_KILL"]}"#,
            ], .set([.word("NET_ADMIN"), .word("KILL")])
        ),
        ("cap_drop", [#"{"CapDrop":["ALL"]}"#, #"{"CapDrop":["all"]}"#], .set([.word("ALL")])),
        (
            "ports",
            [
                #"{"PortBindings":{"80/tcp":[{"HostIp":"","HostPort":"18080"}]}}"#,
                #"{"PortBindings":{"80":[{"HostPort":"18080"}]}}"#,
                #"{"PortBindings":{"80/TCP":[{"HostPort":"018080"}]}}"#,
                #"{"PortBindings":{"080/tcp":[{"HostPort":"18080"}]}}"#,
            ], .map(["80/tcp": .set([.word("18080:80/tcp")])])
        ),
        (
            "ports",
            [
                #"{"PortBindings":{"80/tcp":[{}]}}"#, #"{"PortBindings":{"80/tcp":[{"HostPort":""}]}}"#,
                #"{"PortBindings":{"80/tcp":[{"HostPort":"0"}]}}"#,
            ], .map(["80/tcp": .set([.word("80/tcp")])])
        ),
        (
            "ports",
            [#"{"PortBindings":{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"1"}]}}"#],
            .map(["80/tcp": .set([.word("0.0.0.0:1:80/tcp")])])
        ),
        (
            "ports",
            [
                #"{"PortBindings":{"80/tcp":[{"HostPort":"1"},{"HostPort":"2"}]}}"#,
                #"{"PortBindings":{"80/tcp":[{"HostPort":"2"},{"HostPort":"1"},{"HostPort":"1"}]}}"#,
            ], .map(["80/tcp": .set([.word("1:80/tcp"), .word("2:80/tcp")])])
        ),
        (
            "ports",
            [
                #"{"PortBindings":{"80/tcp":[{"HostPort":"8000-8005"}]}}"#,
                #"{"PortBindings":{"80/tcp":[{"HostPort":"08000-08005"}]}}"#,
            ], .map(["80/tcp": .set([.word("8000-8005:80/tcp")])])
        ),
        (
            "ports",
            [
                "{}", #"{"PortBindings":null}"#, #"{"PortBindings":{"80/tcp":null}}"#,
                #"{"PortBindings":{"80/tcp":[]}}"#,
                #"{"PortBindings":{"80/xyz":[{}]}}"#,
            ], nil
        ),
    ]

    @Test("spellings of the host's part that mean the same are one value", arguments: host.indices)
    func hostConfig(index: Int) throws {
        let (field, spellings, value) = Self.host[index]
        for spelling in spellings {
            #expect(try InspectSketch(host: spelling).fields[field] == value, "\(spelling)")
        }
    }

    /// The same for `Config`.
    private static let config: [(field: FieldName, spellings: [String], value: FieldValue<FreeText>?)] = [
        ("environment", ["{}", #"{"Env":null}"#, #"{"Env":[]}"#], nil),
        ("environment", [#"{"Env":["A"]}"#], .map(["A": .flag(false)])),
        ("environment", [#"{"Env":["A="]}"#], .map(["A": .text(text(""))])),
        ("environment", [#"{"Env":["A=b=c"]}"#, #"{"Env":["A=x","A=b=c"]}"#], .map(["A": .text(text("b=c"))])),
        (
            "environment",
            [#"{"Env":["A=1","B=2"]}"#, #"{"Env":["B=2","A=1"]}"#],
            .map(["A": .text(text("1")), "B": .text(text("2"))])
        ),
        (
            "labels",
            [
                #"{"Labels":{"a":"1"}}"#,
                #"{"Labels":{"a":"1","io.manifold.system":"s","com.docker.compose.project":"p"}}"#,
            ], .map(["a": .text(text("1"))])
        ),
        (
            "labels",
            ["{}", #"{"Labels":null}"#, #"{"Labels":{}}"#, #"{"Labels":{"io.manifold.spec":"x"}}"#], nil
        ),
        ("command", ["{}", #"{"Cmd":null}"#, #"{"Cmd":[]}"#], nil),
        ("command", [#"{"Cmd":[""]}"#], .list([.text(text(""))])),
        ("entrypoint", ["{}", #"{"Entrypoint":null}"#], nil),
        ("entrypoint", [#"{"Entrypoint":[]}"#], .list([])),
        ("user", ["{}", #"{"User":""}"#], nil),
        ("working_dir", ["{}", #"{"WorkingDir":""}"#], nil),
        ("working_dir", [#"{"WorkingDir":"/a/c"}"#, #"{"WorkingDir":"/a/b/../c/"}"#], .word("/a/c")),
        ("hostname", ["{}", #"{"Hostname":""}"#, #"{"Hostname":"0123456789ab"}"#], nil),
        ("hostname", [#"{"Hostname":"0123456789abc"}"#], .word("0123456789abc")),
        (
            "stop_signal",
            [
                #"{"StopSignal":"15"}"#, #"{"StopSignal":"TERM"}"#, #"{"StopSignal":"SIGTERM"}"#,
                #"{"StopSignal":"sigterm"}"#,
            ], .word("SIGTERM")
        ),
        (
            "stop_signal",
            [#"{"StopSignal":"37"}"#, #"{"StopSignal":"RTMIN+3"}"#, #"{"StopSignal":"SIGRTMIN+3"}"#],
            .word("SIGRTMIN+3")
        ),
        ("stop_signal", ["{}", #"{"StopSignal":""}"#], nil),
        ("stop_grace_period", ["{}", #"{"StopTimeout":null}"#], nil),
        ("stop_grace_period", [#"{"StopTimeout":0}"#], .duration(0)),
        ("stop_grace_period", [#"{"StopTimeout":5}"#], .duration(5_000_000_000)),
        (
            "healthcheck",
            [
                "{}", #"{"Healthcheck":null}"#, #"{"Healthcheck":{}}"#, #"{"Healthcheck":{"Test":[]}}"#,
                #"{"Healthcheck":{"Interval":0,"Timeout":0,"StartPeriod":0,"Retries":0}}"#,
            ], nil
        ),
        (
            "healthcheck",
            [#"{"Healthcheck":{"Test":["NONE"]}}"#], .map(["test": .list([.text(text("NONE"))])])
        ),
        (
            "image",
            [#"{"Image":"nginx"}"#, #"{"Image":"nginx:latest"}"#, #"{"Image":"docker.io/library/nginx:latest"}"#],
            .word("docker.io/library/nginx:latest")
        ),
        ("image", [#"{"Image":"Not A Reference"}"#], .word("Not A Reference")),
    ]

    @Test("spellings of the container's own part that mean the same are one value", arguments: config.indices)
    func containerConfig(index: Int) throws {
        let (field, spellings, value) = Self.config[index]
        for spelling in spellings {
            #expect(try InspectSketch(config: spelling).fields[field] == value, "\(spelling)")
        }
    }

    @Test("a memory limit that nobody could have set does not end the program")
    func hugeMemory() async {
        await #expect(processExitsWith: .success) {
            _ = try InspectSketch(host: #"{"Memory":4611686018427387904,"MemorySwap":0}"#).fields
        }
    }

    @Test("a container that says nothing has only its name")
    func nothing() throws {
        #expect(try InspectSketch().fields == ["container_name": .word("shop-web-1")])
    }
}
