import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// A place in file 0 (or another one) that tests can tell from others by its offset.
func origin(_ offset: UInt32 = 0, file: UInt32 = 0, variables: [String] = []) -> Origin {
    Origin(span(offset, file: file), variables: variables)
}

func span(_ offset: UInt32 = 0, file: UInt32 = 0) -> SourceSpan {
    SourceSpan(file: FileID(rawValue: file), start: offset, end: offset + 1)
}

func sourced<Value>(_ value: Value, _ offset: UInt32 = 0) -> Sourced<Value> {
    Sourced(value, from: origin(offset))
}

/// A service that is complete but for what a test adds.
func service(_ name: String, at offset: UInt32 = 0, _ edit: (inout Service) -> Void = { _ in }) -> Service {
    var service = Service(name: name, span: span(offset))
    service.image = sourced("nginx")
    edit(&service)
    return service
}

func manifest(_ services: [Service], _ edit: (inout Manifest) -> Void = { _ in }) -> Manifest {
    var manifest = Manifest(name: "shop", directory: "/srv/shop", files: ["/srv/shop/compose.yaml"])
    for service in services { manifest.services[service.name] = service }
    edit(&manifest)
    return manifest
}

/// What a manifest became: its graph, and what was reported on the way.
struct Built {
    let graph: ResourceGraph?
    let diagnostics: [Diagnostic]

    var codes: [String] { diagnostics.map(\.code.description) }
    var addresses: [String] { graph?.ordered.map(\.id.description) ?? [] }

    func container(_ service: String, _ replica: Int = 1) -> ContainerSpec? {
        guard case .container(let spec) = self[.service, service, replica]?.spec else { return nil }
        return spec
    }

    func network(_ name: String) -> NetworkSpec? {
        guard case .network(let spec) = self[.network, name]?.spec else { return nil }
        return spec
    }

    func volume(_ name: String) -> VolumeSpec? {
        guard case .volume(let spec) = self[.volume, name]?.spec else { return nil }
        return spec
    }

    subscript(_ kind: ResourceAddress.Kind, _ name: String, _ replica: Int? = nil) -> Resource? {
        graph?[ResourceAddress(kind, name, replica: replica)]
    }
}

func build(_ manifest: Manifest) -> Built {
    var diagnostics = Diagnostics()
    let graph = GraphBuilder().build(manifest, reporting: &diagnostics)
    return Built(graph: graph, diagnostics: diagnostics.sorted)
}

/// The graph of one service, changed as a test likes.
func build(_ edit: (inout Service) -> Void) -> Built {
    build(manifest([service("web", edit)]))
}
