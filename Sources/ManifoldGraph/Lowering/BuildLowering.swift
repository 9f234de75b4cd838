import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// How a service's image is made here.
struct BuildLowering {
    private let service: Service
    private let manifest: Manifest
    private let setting: Setting
    private(set) var spec: BuildSpec
    private(set) var origins: [FieldPath: Origin] = [:]
    /// Images of other services that it is built from.
    private(set) var needs: [ResourceAddress: Need] = [:]

    /// Lowers a service's `build`; the platform is what the service's containers are to run on.
    init(
        _ setting: Setting,
        of service: Service,
        in manifest: Manifest,
        platform: String?,
        reporting diagnostics: inout Diagnostics
    ) {
        self.service = service
        self.manifest = manifest
        self.setting = setting
        spec = BuildSpec(context: .directory(manifest.directory))
        lowerContexts(reporting: &diagnostics)
        lowerMaps()
        lowerWords()
        lowerLists(reporting: &diagnostics)
        lowerSecrets()
        lowerWays()
        // One engine holds an image for one platform, so of several it is the one that its containers run on.
        let platforms = setting["platforms"]?.items.compactMap(\.text) ?? []
        spec.platform = platform ?? (platforms.count == 1 ? platforms[0] : nil)
        origins[FieldPath("build.platform")] = setting["platforms"]?.origin ?? service.setting("platform")?.origin
    }

    private mutating func lowerContexts(reporting diagnostics: inout Diagnostics) {
        if let context = setting["context"], let text = context.text {
            spec.context = source(text, from: context.origin)
            origins[FieldPath("build.context")] = context.origin
        }
        if let file = setting["dockerfile"], let path = file.text {
            spec.dockerfile = path
            origins[FieldPath("build.dockerfile")] = file.origin
        }
        if let inline = setting["dockerfile_inline"], let text = inline.text {
            spec.inlineDockerfile = FreeText(text, isShowable: false)
            origins[FieldPath("build.dockerfile")] = inline.origin
        }
        for (name, value) in setting["additional_contexts"]?.entries ?? [] {
            guard let text = value.text else { continue }
            origins[FieldPath("build.additional_contexts", name)] = value.origin
            guard text.hasPrefix("service:") else {
                spec.furtherContexts[name] = source(text, from: value.origin)
                continue
            }
            // What is wrong with the name is told where references are checked.
            guard let other = manifest.services[String(text.dropFirst("service:".count))],
                let reference = ServiceLowering.reference(of: other, in: manifest)
            else { continue }
            let address = ResourceAddress(.image, reference.familiar)
            spec.furtherContexts[name] = .image(address)
            needs[address] = Need(.existing, at: value.origin.span)
        }
    }

    private func source(_ text: String, from origin: Origin) -> BuildSpec.Source {
        if let path = AbsolutePath.clean(text) { return .directory(path) }
        return .remote(Showability.text(text, named: "context", from: origin))
    }

    private mutating func lowerMaps() {
        for (name, value) in setting["args"]?.entries ?? [] {
            spec.arguments[name] = Showability.text(value.text ?? "", named: name, from: value.origin)
            origins[FieldPath("build.args", name)] = value.origin
        }
        for (name, value) in setting["labels"]?.entries ?? [] {
            spec.labels[name] = Showability.text(value.text ?? "", named: name, from: value.origin)
            origins[FieldPath("build.labels", name)] = value.origin
        }
        for (name, value) in setting["ulimits"]?.entries ?? [] {
            guard let soft = value.number ?? value["soft"]?.number, let hard = value.number ?? value["hard"]?.number
            else { continue }
            spec.ulimits[name] = KernelSpec.Ulimit(soft: soft, hard: hard)
            origins[FieldPath("build.ulimits", name)] = value.origin
        }
    }

    private mutating func lowerWords() {
        let words: [(String, WritableKeyPath<BuildSpec, String?>)] = [
            ("target", \.target), ("network", \.network), ("isolation", \.isolation), ("provenance", \.provenance),
            ("sbom", \.billOfMaterials),
        ]
        for (key, path) in words {
            guard let value = setting[key], let text = value.text, !text.isEmpty else { continue }
            spec[keyPath: path] = text
            origins[FieldPath(FieldName("build.\(key)"))] = value.origin
        }
        spec.sharedMemory = setting["shm_size"]?.number.flatMap { $0 > 0 ? $0 : nil }
        spec.isPrivileged = setting["privileged"]?.isTrue ?? false
        for key in ["shm_size", "privileged"] {
            origins[FieldPath(FieldName("build.\(key)"))] = setting[key]?.origin
        }
    }

    private mutating func lowerLists(reporting diagnostics: inout Diagnostics) {
        let hosts = setting["extra_hosts"]?.items.compactMap(\.text) ?? []
        // `NAME=ADDRESS` in the normal form; the builders know the older spelling, too.
        spec.extraHosts = Set(hosts.map { $0.replacing("=", with: ":", maxReplacements: 1) })
        spec.sshKeys = Set(setting["ssh"]?.items.compactMap(\.text) ?? [])
        spec.entitlements = Set(setting["entitlements"]?.items.compactMap(\.text) ?? [])
        for key in ["extra_hosts", "ssh", "entitlements", "tags"] {
            origins[FieldPath(FieldName("build.\(key)"))] = setting[key]?.origin
        }
        for item in setting["tags"]?.items ?? [] {
            guard let text = item.text else { continue }
            do throws(ImageReference.Problem) {
                spec.tags.insert(try ImageReference(text).normal)
            } catch {
                diagnostics.report(GraphDiagnostics.invalidImage(Sourced(text, from: item.origin), error))
            }
        }
    }

    private mutating func lowerSecrets() {
        for item in setting["secrets"]?.items ?? [] {
            guard let name = item["source"]?.text, let secret = manifest.secrets[name] else { continue }
            var file: String?
            if case .file(let path) = secret.source { file = path }
            spec.secrets[item["target"]?.text ?? name] = BuildSpec.Secret(
                content: FreeText(content: secret.content),
                file: file
            )
            origins[FieldPath("build.secrets")] = setting["secrets"]?.origin
        }
    }

    private mutating func lowerWays() {
        spec.cacheSources = setting["cache_from"]?.items.compactMap(\.text) ?? []
        spec.cacheTargets = setting["cache_to"]?.items.compactMap(\.text) ?? []
        spec.usesNoCache = setting["no_cache"]?.isTrue ?? false
        let stages = setting["no_cache_filter"]
        spec.uncachedStages = stages?.text.map { [$0] } ?? stages?.items.compactMap(\.text) ?? []
        spec.pullsBases = setting["pull"]?.isTrue ?? false
        for key in ["cache_to", "no_cache_filter"] {
            origins[FieldPath(FieldName("build.\(key)"))] = setting[key]?.origin
        }
    }
}
