import ManifoldResources

/// Specs of networks, volumes and images in which every field is set.
enum FieldSamples {
    static var network: NetworkSpec {
        var spec = NetworkSpec(name: "n")
        spec.driver = "macvlan"
        spec.driverOptions = ["parent": text("eth0")]
        var pool = AddressManagement.Pool()
        pool.subnet = "10.5.0.0/16"
        spec.addresses.pools = [pool]
        spec.addresses.options = ["a": text("b")]
        spec.isInternal = true
        spec.isAttachable = true
        spec.hasIPv4 = false
        spec.hasIPv6 = true
        spec.labels = ["team": text("red")]
        return spec
    }

    static var volume: VolumeSpec {
        var spec = VolumeSpec(name: "v")
        spec.driver = "nfs"
        spec.driverOptions = ["o": text("ro")]
        spec.labels = ["team": text("red")]
        return spec
    }

    static var image: ImageSpec {
        var build = BuildSpec(context: .remote(text("https://example.com/app.git")))
        build.inlineDockerfile = text("FROM scratch")
        build.arguments = ["VERSION": text("1")]
        build.labels = ["team": text("red")]
        build.target = "small"
        build.platform = "linux/arm64"
        build.network = "host"
        build.isolation = "default"
        build.extraHosts = ["a:1.2.3.4"]
        build.sharedMemory = 4096
        build.ulimits = ["nofile": .init(soft: 1, hard: 2)]
        build.furtherContexts = [
            "base": .image(ResourceAddress(.image, "base:1")), "source": .remote(text("https://example.com/src.git")),
        ]
        build.tags = ["docker.io/library/a:2"]
        build.secrets = ["token": BuildSpec.Secret(content: text("x"), file: nil)]
        build.sshKeys = ["default"]
        build.isPrivileged = true
        build.entitlements = ["network.host"]
        build.provenance = "mode=max"
        build.billOfMaterials = "true"
        var spec = ImageSpec(reference: "docker.io/library/a:1")
        spec.build = build
        return spec
    }

    /// Values of every field of containers.
    static var container: [OpenFields] {
        var sized = ContainerSpec()
        sized.limits.memory = 64
        var addressed = ContainerSpec()
        addressed.endpoints = ["n": EndpointSpec()]
        addressed.endpoints["n"]?.macAddress = "02:42:ac:11:00:02"
        let mutated = SpecMutation.all.map { mutation in
            var spec = ContainerSpec()
            mutation.change(&spec)
            return spec
        }
        return (mutated + [sized, addressed]).map { FieldTable.container.fields(of: $0) }
    }
}

private func text(_ string: String) -> FreeText {
    FreeText(string, isShowable: true)
}
