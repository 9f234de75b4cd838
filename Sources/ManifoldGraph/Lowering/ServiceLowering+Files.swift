import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// Configs and secrets as files in the container.
extension ServiceLowering {
    mutating func lowerFiles(reporting diagnostics: inout Diagnostics) {
        for reference in service.configs {
            lowerFile(reference, .config, manifest.configs, reporting: &diagnostics)
        }
        for reference in service.secrets {
            lowerFile(reference, .secret, manifest.secrets, reporting: &diagnostics)
        }
    }

    private mutating func lowerFile(
        _ reference: ContentReference,
        _ kind: ResourceAddress.Kind,
        _ declarations: OrderedDictionary<String, ContentDeclaration>,
        reporting diagnostics: inout Diagnostics
    ) {
        let span = reference.origin.span
        let address = ResourceAddress(kind, reference.source)
        need(address, at: span)
        guard let declaration = declarations[reference.source] else { return }
        let target = Self.target(of: reference, kind)
        guard isFree(target, for: reference, reporting: &diagnostics) else { return }
        spec.files[target] = FileSpec(
            source: address,
            content: FreeText(content: declaration.content),
            userID: Self.owner(reference.userID),
            groupID: Self.owner(reference.groupID),
            mode: reference.mode ?? 0o444
        )
        origins[FieldPath("files", target)] = Origin(
            span,
            via: reference.origin.via + [declaration.origin.span],
            variables: reference.origin.variables
        )
        contentPolicies[target] = policy(of: reference, reporting: &diagnostics)
        checkWritability(of: target, reference, reporting: &diagnostics)
    }

    /// Nil is what holds where nothing is said.
    private func policy(
        of reference: ContentReference,
        reporting diagnostics: inout Diagnostics
    ) -> ContentPolicy? {
        switch reference.onChange {
        case nil, .recreate: return nil
        case .restart: return .restart
        case .ignore: return .ignore
        case .signal(let signal):
            if let name = SignalName.sent(signal.value) { return .signal(name) }
            diagnostics.report(GraphDiagnostics.unknownSignal(signal))
            return nil
        }
    }

    /// Compose's places: a config at `/NAME`, a secret at `/run/secrets/NAME`; relative targets are below these.
    private static func target(of reference: ContentReference, _ kind: ResourceAddress.Kind) -> String {
        let target = reference.target.flatMap { $0.isEmpty ? nil : $0 } ?? reference.source
        let directory = kind == .secret ? "/run/secrets" : ""
        return AbsolutePath.clean(target) ?? AbsolutePath.clean("\(directory)/\(target)") ?? target
    }

    private func isFree(
        _ target: String,
        for reference: ContentReference,
        reporting diagnostics: inout Diagnostics
    ) -> Bool {
        guard let other = ["files", "volumes", "tmpfs"].lazy.compactMap({ origins[FieldPath($0, target)] }).first
        else { return true }
        diagnostics.report(GraphDiagnostics.duplicateTarget(target, reference.origin, other))
        return false
    }

    /// A user or group by number, since a name would have to be looked up in the image; nobody named is root.
    private static func owner(_ text: String?) -> Int64 {
        guard let text, !text.isEmpty else { return 0 }
        guard let number = Int64(text) else { preconditionFailure("a manifest has owners by number only, not \(text)") }
        return number
    }

    /// Refuses what the engine would refuse or lose, and warns of what it would write somewhere else.
    ///
    /// The engine writes no file into a read-only root or mount, and below a tmpfs what it writes before the start is
    /// not seen afterwards. In a read-only root and in a tmpfs the file's directory gets a volume of its own, which
    /// there is no room for where the directory is the root or the tmpfs itself.
    private func checkWritability(
        of target: String,
        _ reference: ContentReference,
        reporting diagnostics: inout Diagnostics
    ) {
        let directory = AbsolutePath.directory(of: target)
        guard let mount = mount(around: directory) else {
            if spec.isReadOnly, directory == "/" {
                diagnostics.report(GraphDiagnostics.readOnlyFile(reference, target: target, of: service))
            }
            return
        }
        let place = (origins[FieldPath("volumes", mount.target)] ?? origins[FieldPath("tmpfs", mount.target)])?.span
        switch mount.spec.source {
        case .tmpfs where directory != mount.target, .memory where directory != mount.target: return
        case _ where mount.spec.isReadOnly, .tmpfs, .memory:
            diagnostics.report(GraphDiagnostics.lostFile(reference, target: target, mount: mount.target, at: place))
        case .bind:
            diagnostics.report(GraphDiagnostics.fileOnHost(reference, target: target, mount: mount.target, at: place))
        case .volume:
            let name = service.volumes.first { AbsolutePath.clean($0.target) == mount.target }?.source
            let isExternal = name.flatMap { manifest.volumes[$0]?.isExternal } ?? false
            diagnostics.report(
                GraphDiagnostics.fileInVolume(
                    reference,
                    target: target,
                    mount.target,
                    isExternal: isExternal,
                    at: place
                )
            )
        case .anonymousVolume: return
        }
    }

    /// The innermost mount that a directory lies in.
    private func mount(around directory: String) -> (target: String, spec: MountSpec)? {
        var place = directory
        while place != "/" {
            if let mount = spec.mounts[place] { return (place, mount) }
            place = AbsolutePath.directory(of: place)
        }
        return nil
    }
}
