import DockerEngine
import JSONReading
import Testing

@Suite("Answers to inspect")
struct InspectTests {
    @Test("null, an absent key and an empty list are one")
    func leniency() throws {
        let nulls = #"{"Env":null,"Cmd":null,"Labels":null,"ExposedPorts":null,"User":null,"Tty":null,"Volumes":null}"#
        let empties = #"{"Env":[],"Cmd":[],"Labels":{},"ExposedPorts":{},"User":"","Tty":false,"Volumes":{}}"#
        for text in ["{}", nulls, empties] {
            #expect(try read(ContainerConfig.self, text) == ContainerConfig())
        }
        let host =
            #"{"Binds":null,"PortBindings":null,"RestartPolicy":null,"LogConfig":null,"CapAdd":null,"Memory":null}"#
        #expect(try read(HostConfig.self, host) == HostConfig())
    }

    @Test("where the difference matters it is kept: entry point, init, process limit, stop timeout")
    func differences() throws {
        #expect(try read(ContainerConfig.self, #"{"Entrypoint":[]}"#).entrypoint == [])
        #expect(try read(ContainerConfig.self, #"{"Entrypoint":null}"#).entrypoint == nil)
        #expect(try read(ContainerConfig.self, #"{"StopTimeout":0}"#).stopTimeout == 0)
        #expect(try read(ContainerConfig.self, #"{"Healthcheck":{}}"#).healthcheck == ContainerConfig.Healthcheck())
        #expect(try read(HostConfig.self, #"{"Init":false}"#).initProcess == false)
        #expect(try read(HostConfig.self, "{}").initProcess == nil)
        #expect(try read(HostConfig.self, #"{"PidsLimit":0}"#).pidsLimit == 0)
        #expect(try read(HostConfig.self, #"{"PidsLimit":null}"#).pidsLimit == nil)
    }

    @Test("a port without bindings is there with none")
    func ports() throws {
        let text = #"{"Ports":{"80/tcp":null,"53/udp":[{"HostIp":"","HostPort":"53"}]},"Networks":null}"#
        let settings = try read(ContainerInspect.NetworkSettings.self, text)
        #expect(settings.ports == ["80/tcp": [], "53/udp": [HostConfig.PortBinding(hostPort: "53")]])
    }

    @Test("a container is read whole")
    func container() throws {
        let container = try read(ContainerInspect.self, Self.container)
        #expect(container.name == "web")
        #expect(container.imageID == "sha256:aa")
        #expect(container.state.status == .running)
        #expect(container.state.finishedAt.isNever)
        #expect(container.state.health?.status == .starting)
        #expect(container.state.health?.log.first?.exitCode == 1)
        #expect(container.mounts.first?.isWritable == true)
        #expect(container.config.exposedPorts == ["80/tcp"])
        #expect(container.hostConfig.ulimits == [HostConfig.Ulimit(name: "nofile", soft: 10, hard: 20)])
        #expect(container.hostConfig.portBindings == ["80/tcp": [HostConfig.PortBinding(hostPort: "8080")]])
        #expect(container.networkSettings.networks["back"]?.aliases == ["web", "0123456789ab"])
        #expect(container.networkSettings.networks["back"]?.ipamConfig?.ipv4Address == "10.1.0.9")
    }

    @Test("a link's name is not taken for the container's own")
    func names() throws {
        let text =
            #"{"Id":"1","Names":["/other/alias","/web"],"State":"exited","NetworkSettings":{"Networks":{"back":{}}}}"#
        let summary = try read(ContainerSummary.self, text)
        #expect(summary.name == "web")
        #expect(summary.state == .exited)
        #expect(Array(summary.networkSettings.networks.keys) == ["back"])
    }

    @Test("networks, volumes and images are read with what an engine leaves null")
    func others() throws {
        let network = try read(
            NetworkInspect.self,
            #"{"Name":"n","Id":"1","IPAM":{"Driver":"default","Options":null,"Config":[{"Subnet":"10.1.0.0/16"}]},"Containers":{}}"#
        )
        #expect(network.ipam.pools == [IPAM.Pool(subnet: "10.1.0.0/16")])
        let volume = try read(Volume.self, #"{"Name":"v","Driver":"local","Labels":null,"Options":null}"#)
        #expect(volume.labels.isEmpty && volume.options.isEmpty && volume.createdAt.isNever)
        let image = try read(ImageInspect.self, #"{"Id":"sha256:1","RepoTags":null,"Config":null,"Os":"linux"}"#)
        #expect(image.repoTags.isEmpty && image.config == ContainerConfig())
    }

    private func read<Value: JSONReadable>(_: Value.Type, _ text: String) throws -> Value {
        try Value(json: JSONReader(Array(text.utf8)))
    }

    private static let container = #"""
        {"Id":"0123","Created":"2026-11-24T10:00:00.1Z","Path":"sleep","Args":["1"],"Image":"sha256:aa","Name":"/web",
        "State":{"Status":"running","Running":true,"Pid":7,"ExitCode":0,"Error":"","StartedAt":"2026-11-24T10:00:01Z",
        "FinishedAt":"0001-01-01T00:00:00Z","Health":{"Status":"starting","FailingStreak":1,
        "Log":[{"Start":"2026-11-24T10:00:02Z","End":"2026-11-24T10:00:03Z","ExitCode":1,"Output":"no"}]}},
        "RestartCount":0,"Platform":"linux","AppArmorProfile":"","ExecIDs":null,"GraphDriver":{"Data":null,"Name":"overlay2"},
        "Mounts":[{"Type":"volume","Name":"v","Source":"/var/lib/docker/volumes/v/_data","Destination":"/v","Driver":"local",
        "Mode":"z","RW":true,"Propagation":""}],
        "Config":{"Hostname":"0123","Env":["A=1"],"Cmd":["sleep","1"],"Image":"busybox","Entrypoint":null,"Labels":{},
        "ExposedPorts":{"80/tcp":{}}},
        "HostConfig":{"Binds":["v:/v"],"NetworkMode":"back","RestartPolicy":{"Name":"no","MaximumRetryCount":0},
        "PortBindings":{"80/tcp":[{"HostIp":"","HostPort":"8080"}]},"ConsoleSize":[0,0],"PidsLimit":null,
        "Ulimits":[{"Name":"nofile","Hard":20,"Soft":10}],"MaskedPaths":["/proc/asound"]},
        "NetworkSettings":{"Ports":{},"Networks":{"back":{"IPAMConfig":{"IPv4Address":"10.1.0.9"},"Links":null,
        "Aliases":["web","0123456789ab"],"NetworkID":"n1","DriverOpts":null,"IPPrefixLen":16}}}}
        """#
}
