import ManifoldDiagnostics
import ManifoldResources

/// Which resource has which name in the engine, so that two that want one name are told.
struct NameClaims {
    private struct Name: Hashable {
        let kind: ResourceAddress.Kind
        let text: String
    }

    /// The holder of a name, and where it is declared.
    struct Holder {
        let id: ResourceAddress
        let declaration: SourceSpan?
    }

    private var holders: [Name: Holder] = [:]

    mutating func claim(_ resource: Resource, reporting diagnostics: inout Diagnostics) {
        guard let text = Self.ownName(of: resource) else { return }
        let name = Name(kind: resource.id.kind, text: text)
        guard let holder = holders[name] else {
            holders[name] = Holder(id: resource.id, declaration: resource.declaration)
            return
        }
        diagnostics.report(GraphDiagnostics.duplicateName(text, resource, holder))
    }

    /// The name under which manifold makes the resource; nil for what it does not make.
    private static func ownName(of resource: Resource) -> String? {
        switch resource.spec {
        case .network(let spec): spec.isExternal ? nil : spec.name
        case .volume(let spec): spec.isExternal ? nil : spec.name
        case .container(let spec): spec.name
        case .config, .secret, .image: nil
        }
    }
}
