import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// The image that a service's containers are made from, and when it is fetched.
extension ServiceLowering {
    mutating func lowerImage(reporting diagnostics: inout Diagnostics) {
        guard let image = Self.name(of: service, in: manifest) else {
            diagnostics.report(GraphDiagnostics.missingImage(of: service))
            return
        }
        do throws(ImageReference.Problem) {
            let reference = try ImageReference(image.value)
            self.image = reference
            spec.image = reference.normal
            origins[FieldPath("image")] = image.origin
            need(ResourceAddress(.image, reference.familiar), at: image.origin.span)
        } catch {
            diagnostics.report(GraphDiagnostics.invalidImage(image, error))
        }
        if let setting = service.setting("build") {
            build = BuildLowering(
                setting,
                of: service,
                in: manifest,
                platform: service.setting("platform")?.text,
                reporting: &diagnostics
            )
        }
        checkRefreshInterval(reporting: &diagnostics)
    }

    /// The name of a service's image; what is built and has none gets Compose's name for it.
    private static func name(of service: Service, in manifest: Manifest) -> Sourced<String>? {
        if let image = service.image, !image.value.isEmpty { return image }
        return service.setting("build")
            .map { Sourced(EngineNames.image(system: manifest.name, service: service.name), from: $0.origin) }
    }

    /// The image of a service; nil where it has none, or not one of that name.
    static func reference(of service: Service, in manifest: Manifest) -> ImageReference? {
        name(of: service, in: manifest).flatMap { try? ImageReference($0.value) }
    }

    /// When the image is fetched; what cannot be read is told elsewhere.
    func pullPolicy(of reference: ImageReference) -> PullPolicy {
        // No registry knows images by the engine's own ids.
        if reference.domain.isEmpty { return .never }
        switch service.setting("pull_policy")?.text {
        // What is built is not looked for elsewhere, unless the manifest says so.
        case nil where service.isBuilt: return .never
        case "always": return .always
        // Without anything to build, there is nothing that could make it.
        case "never", "build": return .never
        case "daily": return .refresh(after: RefreshInterval.day)
        case "weekly": return .refresh(after: 7 * RefreshInterval.day)
        case "refresh": return .refresh(after: refreshInterval ?? 0)
        case let word?: return RefreshInterval.parse(policy: word).map { .refresh(after: $0) } ?? .missing
        case nil: return .missing
        }
    }

    private var refreshInterval: Int64? {
        guard let setting = service.setting("pull_refresh_after") else { return nil }
        return setting.duration ?? setting.text.flatMap { RefreshInterval.parse($0) }
    }

    private func checkRefreshInterval(reporting diagnostics: inout Diagnostics) {
        if let policy = service.setting("pull_policy"), let word = policy.text, word.hasPrefix("every_"),
            RefreshInterval.parse(policy: word) == nil
        {
            diagnostics.report(
                GraphDiagnostics.unsupportedValue(
                    "pull_policy",
                    policy,
                    of: service,
                    "that is longer than any time that can be counted",
                    help: "write a shorter time, such as `every_4w`"
                )
            )
        }
        guard let interval = service.setting("pull_refresh_after") else { return }
        if service.setting("pull_policy")?.text != "refresh" {
            return diagnostics.report(GraphDiagnostics.idleRefreshInterval(interval, of: service))
        }
        if refreshInterval.map({ $0 < 0 }) ?? true {
            diagnostics.report(
                GraphDiagnostics.unsupportedValue(
                    "pull_refresh_after",
                    interval,
                    of: service,
                    "it is no time",
                    help: "write a time such as `12h` or `1w2d`"
                )
            )
        }
    }
}
