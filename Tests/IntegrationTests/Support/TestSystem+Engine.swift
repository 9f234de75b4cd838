import Testing

/// What is on the engine, as the docker command line tells.
extension TestSystem {
    /// The name of an instance.
    func container(_ service: String, _ number: Int = 1) -> String {
        "\(name)-\(service)-\(number)"
    }

    /// A template's answer for a container.
    func inspect(
        _ container: String,
        _ template: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        try await Program.run("docker", ["inspect", "--type", "container", "-f", template, container], in: "/")
            .ended(sourceLocation: sourceLocation).line
    }

    func id(_ container: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        try await inspect(container, "{{.Id}}", sourceLocation: sourceLocation)
    }

    /// Id and time of the last start: what stays the same of a container that nobody touches.
    func run(of container: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        try await inspect(
            container,
            "{{.Id}} {{.State.Status}} {{.State.StartedAt}} {{.RestartCount}}",
            sourceLocation: sourceLocation
        )
    }

    func isRunning(_ container: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Bool {
        try await inspect(container, "{{.State.Status}}", sourceLocation: sourceLocation) == "running"
    }

    /// Names of all containers with the system's name in theirs.
    func containers() async throws -> [String] {
        try await docker("ps", "-a", "--filter", "name=\(name)", "--format", "{{.Names}}").words.sorted()
    }

    func networks() async throws -> [String] {
        try await docker("network", "ls", "--filter", "name=\(name)", "--format", "{{.Name}}").words.sorted()
    }

    /// Names of all volumes with the system's name in theirs, except for the revision record.
    func volumes() async throws -> [String] {
        try await allVolumes().filter { !isRevision($0) }
    }

    /// Names of the volumes that are the revision record.
    func revisions() async throws -> [String] {
        try await allVolumes().filter(isRevision)
    }

    /// Everything with the system's name, each with what it is made of.
    func objects() async throws -> [String] {
        let filter = ["--no-trunc", "--filter", "name=\(name)", "--format"]
        return try await [
            Program.run("docker", ["ps", "-a"] + filter + ["{{.ID}} {{.Names}} {{.State}}"], in: "/"),
            Program.run("docker", ["network", "ls"] + filter + ["{{.ID}} {{.Name}}"], in: "/"),
            Program.run(
                "docker",
                ["volume", "ls", "--filter", "name=\(name)", "--format", "{{.Name}} {{.Driver}}"],
                in: "/"
            ),
        ]
        .flatMap { $0.ended().output.split(separator: "\n").map { String($0) } }
        .sorted()
    }

    private func isRevision(_ volume: String) -> Bool {
        let prefix = "\(name)_manifold."
        return volume.hasPrefix(prefix) && volume.dropFirst(prefix.count).allSatisfy(\.isNumber)
    }

    private func allVolumes() async throws -> [String] {
        try await docker("volume", "ls", "--filter", "name=\(name)", "--format", "{{.Name}}").words.sorted()
    }
}
