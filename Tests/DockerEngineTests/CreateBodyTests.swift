import DockerEngine
import FoundationEssentials
import Testing

@Suite("Request bodies")
struct CreateBodyTests {
    @Test("only what is set is sent")
    func minimal() throws {
        var config = ContainerConfig()
        config.image = "busybox"
        #expect(try encode(ContainerCreate(config: config)) == #"{"HostConfig":{},"Image":"busybox"}"#)
        #expect(try encode(ContainerUpdate()) == "{}")
        #expect(try encode(NetworkCreate(name: "n")) == #"{"CheckDuplicate":true,"Name":"n"}"#)
        #expect(try encode(VolumeCreate(name: "v")) == #"{"Name":"v"}"#)
    }

    @Test("an empty entry point, init off, a stop timeout of zero and no process limit are sent")
    func zeros() throws {
        var config = ContainerConfig()
        config.entrypoint = []
        config.stopTimeout = 0
        var hostConfig = HostConfig()
        hostConfig.initProcess = false
        hostConfig.pidsLimit = 0
        let body = try encode(ContainerCreate(config: config, hostConfig: hostConfig))
        #expect(body == #"{"Entrypoint":[],"HostConfig":{"Init":false,"PidsLimit":0},"StopTimeout":0}"#)
    }

    @Test("the configuration's fields stand beside the host's and the networks'")
    func container() throws {
        var config = ContainerConfig()
        config.image = "app"
        config.environment = ["A=1", "B"]
        config.exposedPorts = ["80/tcp"]
        config.healthcheck = ContainerConfig.Healthcheck(test: ["CMD", "true"], interval: 1_000_000_000)
        var hostConfig = HostConfig()
        hostConfig.portBindings = ["80/tcp": [HostConfig.PortBinding(hostIP: "127.0.0.1", hostPort: "8080")]]
        hostConfig.restartPolicy = HostConfig.RestartPolicy(name: "on-failure", maximumRetryCount: 3)
        var volume = Mount(type: "volume", source: "v", target: "/v", readOnly: true)
        volume.volumeOptions = Mount.VolumeOptions()
        volume.volumeOptions?.noCopy = true
        hostConfig.mounts = [volume]
        let endpoints = ["back": EndpointSettings(aliases: ["db"])]
        #expect(
            try encode(ContainerCreate(config: config, hostConfig: hostConfig, endpoints: endpoints)) == """
                {"Env":["A=1","B"],"ExposedPorts":{"80/tcp":{}},"Healthcheck":{"Interval":1000000000,"Test":["CMD","true"]},\
                "HostConfig":{"Mounts":[{"ReadOnly":true,"Source":"v","Target":"/v","Type":"volume",\
                "VolumeOptions":{"NoCopy":true}}],"PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"8080"}]},\
                "RestartPolicy":{"MaximumRetryCount":3,"Name":"on-failure"}},"Image":"app",\
                "NetworkingConfig":{"EndpointsConfig":{"back":{"Aliases":["db"]}}}}
                """
        )
    }

    @Test("a volume is sent with its options, a network with its pools")
    func others() throws {
        var network = NetworkCreate(name: "n")
        network.ipam.pools = [IPAM.Pool(subnet: "10.1.0.0/16", gateway: "10.1.0.1")]
        network.isInternal = true
        #expect(
            try encode(network) == """
                {"CheckDuplicate":true,"IPAM":{"Config":[{"Gateway":"10.1.0.1","Subnet":"10.1.0.0/16"}]},\
                "Internal":true,"Name":"n"}
                """
        )
        let volume = VolumeCreate(name: "v", driverOptions: ["type": "tmpfs"], labels: ["a": "b"])
        #expect(try encode(volume) == #"{"DriverOpts":{"type":"tmpfs"},"Labels":{"a":"b"},"Name":"v"}"#)
    }

    private func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
