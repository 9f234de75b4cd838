import ManifoldManifest

/// The files of a project of which one part is the fuzzed text, under every name that ends in a certain way.
struct FuzzedFiles: FileProvider {
    /// The whole of the manifests that do not change.
    static let base = Array(
        """
        name: base
        services:
          web: &web
            image: nginx:1.27
            command: ["a", "b"]
            environment: {A: "1", B: }
            ports: ["8080:80"]
            volumes: [data:/data, ./here:/there]
            healthcheck: {test: [CMD, "true"], interval: 5s}
            networks: [front]
            labels: [a=b]
          app: {<<: *web, depends_on: [web]}
          base: *web
          test: *web
        networks: {front: }
        volumes: {data: }

        """
        .utf8
    )

    private let fixed: [String: [UInt8]]
    private let text: [UInt8]
    private let endings: [String]

    init(_ text: [UInt8], endingIn endings: [String], fixed: [String: String] = [:]) {
        self.text = text
        self.endings = endings
        self.fixed = fixed.mapValues { Array($0.utf8) }
    }

    func read(_ path: String) throws(FileProblem) -> [UInt8] {
        // As on a disk (PATH_MAX, limits.h), lest names that grow with each include become most of the work.
        if path.utf8.count >= 4096 { throw FileProblem("file name too long") }
        if let fixed = fixed[path] { return fixed }
        if endings.contains(where: path.hasSuffix) { return text }
        if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return Self.base }
        throw FileProblem(path.hasSuffix("/") ? "is a directory" : "no such file")
    }

    func exists(_ path: String) -> Bool {
        (try? read(path)) != nil
    }
}
