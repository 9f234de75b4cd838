import ManifoldResources

/// A build as Docker's command line is told of it.
struct BuildxCommand: Sendable {
    let arguments: [String]
    /// What must not stand on a command line, which everybody on this machine can read.
    let environment: [String: String]
    /// The Dockerfile where it is no file.
    let input: String

    /// The command for an engine, named as `DOCKER_HOST` has it; the label says what the image is built from, and
    /// `reference` is that of other images that it is built from.
    init(
        _ image: ImageSpec,
        _ build: BuildSpec,
        on host: String,
        label: String,
        reference: (ResourceAddress) -> String
    ) {
        var words = ["-H", host, "buildx", "build", "--progress", "plain", "--load"]
        var environment: [String: String] = [:]
        func add(_ option: String, _ value: String?) {
            if let value { words += [option, value] }
        }
        for tag in [image.reference] + build.tags.sorted() { add("--tag", tag) }
        for (name, value) in build.arguments.sorted(by: { $0.key < $1.key }) {
            // Docker's command line reads these itself.
            let isTaken = ["PATH", "HOME"].contains(name) || name.hasPrefix("DOCKER_") || name.hasPrefix("BUILDX_")
            if value.isShowable || isTaken {
                add("--build-arg", "\(name)=\(value.string)")
            } else {
                add("--build-arg", name)
                environment[name] = value.string
            }
        }
        add("--label", "\(LabelNames.build)=\(label)")
        for (name, value) in build.labels.sorted(by: { $0.key < $1.key }) { add("--label", "\(name)=\(value.string)") }
        add("--target", build.target)
        add("--platform", build.platform)
        add("--network", build.network)
        for host in build.extraHosts.sorted() { add("--add-host", host) }
        add("--shm-size", build.sharedMemory.map { "\($0)" })
        for (name, limit) in build.ulimits.sorted(by: { $0.key < $1.key }) {
            add("--ulimit", "\(name)=\(limit.soft):\(limit.hard)")
        }
        for (name, source) in build.furtherContexts.sorted(by: { $0.key < $1.key }) {
            switch source {
            case .directory(let path): add("--build-context", "\(name)=\(path)")
            case .remote(let address): add("--build-context", "\(name)=\(address.string)")
            case .image(let address): add("--build-context", "\(name)=docker-image://\(reference(address))")
            }
        }
        for (index, (name, secret)) in build.secrets.sorted(by: { $0.key < $1.key }).enumerated() {
            if let file = secret.file {
                add("--secret", "id=\(name),src=\(file)")
            } else {
                let variable = "MANIFOLD_BUILD_SECRET_\(index)"
                environment[variable] = secret.content.string
                add("--secret", "id=\(name),env=\(variable)")
            }
        }
        for key in build.sshKeys.sorted() { add("--ssh", key) }
        for right in build.entitlements.union(build.isPrivileged ? ["security.insecure"] : []).sorted() {
            add("--allow", right)
        }
        add("--provenance", build.provenance)
        add("--sbom", build.billOfMaterials)
        for cache in build.cacheSources { add("--cache-from", cache) }
        for cache in build.cacheTargets { add("--cache-to", cache) }
        if build.usesNoCache { words.append("--no-cache") }
        if !build.uncachedStages.isEmpty { add("--no-cache-filter", build.uncachedStages.joined(separator: ",")) }
        if build.pullsBases { words.append("--pull") }
        input = build.inlineDockerfile?.string ?? ""
        let places = BuildPlaces(build)
        if build.inlineDockerfile != nil {
            add("--file", "-")
        } else {
            add("--file", places.dockerfile ?? build.dockerfile)
        }
        switch build.context {
        case .directory(let path): words.append(path)
        case .remote(let address): words.append(address.string)
        case .image: preconditionFailure("only further contexts are images of others")
        }
        arguments = words
        self.environment = environment
    }
}
