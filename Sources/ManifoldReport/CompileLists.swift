import ManifoldDiagnostics
package import ManifoldManifest
import ManifoldYAML
import OrderedCollections

/// The lists that `compile` prints instead of the whole: one name to a line.
package struct CompileLists {
    private let manifest: Manifest
    private let normalForm: Node

    package init(_ manifest: Manifest) {
        self.manifest = manifest
        normalForm = NormalForm().render(manifest)
    }

    /// The active services, each behind those that it depends on, otherwise by name.
    package var services: [String] {
        let active = manifest.services.filter(\.value.isActive)
        var listed: [String] = []
        var seen: Set<String> = []
        // A list of its own takes the place of the call stack, which a long chain of dependencies would fill.
        var stack: [(name: String, isDone: Bool)] = active.keys.sorted(by: >).map { ($0, false) }
        while let (name, isDone) = stack.popLast() {
            if isDone {
                listed.append(name)
                continue
            }
            guard let service = active[name], seen.insert(name).inserted else { continue }
            stack.append((name, true))
            stack += service.dependsOn.keys.sorted(by: >).map { ($0, false) }
        }
        return listed
    }

    /// The image of each active service, in the order of the services' names.
    ///
    /// A service that is built and has no image of its own is given the name that Compose gives it.
    package var images: [String] {
        manifest.services.values.filter(\.isActive).sorted { $0.name < $1.name }
            .map { $0.normal["image"]?.scalarText ?? "\(manifest.name)-\($0.name)" }
    }

    /// The volumes that active services use.
    package var volumes: [String] {
        normalForm["volumes"]?.pairs?.compactMap(\.key.scalarText) ?? []
    }

    /// The profiles of all services, whether they are active or not.
    package var profiles: [String] {
        Set(manifest.services.values.flatMap(\.profiles).map(\.value)).sorted()
    }
}
