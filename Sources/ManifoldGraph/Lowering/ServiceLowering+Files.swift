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
            userID: owner(reference.userID, "uid", at: span, reporting: &diagnostics),
            groupID: owner(reference.groupID, "gid", at: span, reporting: &diagnostics),
            mode: reference.mode ?? 0o444
        )
        origins[FieldPath("files", target)] = Origin(
            span,
            via: reference.origin.via + [declaration.origin.span],
            variables: reference.origin.variables
        )
        checkWritability(of: target, reference, reporting: &diagnostics)
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
        guard let other = origins[FieldPath("files", target)] ?? origins[FieldPath("volumes", target)] else {
            return true
        }
        diagnostics.report(GraphDiagnostics.duplicateTarget(target, reference.origin.span, other.span))
        return false
    }

    /// A user or group by number; names would have to be looked up in the image.
    private func owner(
        _ text: String?,
        _ key: String,
        at span: SourceSpan,
        reporting diagnostics: inout Diagnostics
    ) -> Int64 {
        guard let text, !text.isEmpty else { return 0 }
        guard let number = Int64(text), (0...Int64(UInt32.max)).contains(number) else {
            diagnostics.report(GraphDiagnostics.numericOwner(text, key: key, at: span))
            return 0
        }
        return number
    }

    /// Refuses what the engine would refuse or lose, and warns of what it would write somewhere else.
    ///
    /// The engine writes no file into a read-only root or mount, and below a tmpfs what it writes before the start is
    /// not seen afterwards. Under a read-only root the file's directory gets a volume of its own, which helps there too.
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
        let place = origins[FieldPath("volumes", mount.target)]?.span
        switch mount.spec.source {
        case .tmpfs where !hasOwnVolume(directory, in: mount.target):
            diagnostics.report(GraphDiagnostics.lostFile(reference, target: target, mount: mount.target, at: place))
        case _ where mount.spec.isReadOnly && !hasOwnVolume(directory, in: mount.target):
            diagnostics.report(GraphDiagnostics.lostFile(reference, target: target, mount: mount.target, at: place))
        case .bind:
            diagnostics.report(GraphDiagnostics.fileOnHost(reference, target: target, mount: mount.target, at: place))
        case .tmpfs, .volume, .anonymousVolume: return
        }
    }

    private func hasOwnVolume(_ directory: String, in mount: String) -> Bool {
        spec.isReadOnly && directory != mount
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
