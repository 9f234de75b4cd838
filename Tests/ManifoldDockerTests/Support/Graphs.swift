import ManifoldDiagnostics
import ManifoldGraph
import ManifoldResources

let web = ResourceAddress(.service, "web", replica: 1)

/// A system `shop` with one service `web`, and with further resources.
func graph(
    with change: (inout ContainerSpec) -> Void = { _ in },
    needs: [ResourceAddress: Need] = [:],
    and others: [Resource] = []
) -> ResourceGraph {
    var spec = ContainerSpec()
    spec.name = "shop-web-1"
    spec.image = "docker.io/library/app:1"
    change(&spec)
    let resource = Resource(id: web, spec: .container(spec), needs: needs, goal: .running)
    var diagnostics = Diagnostics()
    let identity = SystemIdentity(
        name: "shop",
        directory: "/srv/shop",
        files: ["/srv/shop/compose.yaml", "/srv/shop/b.yaml"]
    )
    guard
        let graph = ResourceGraph(system: identity, resources: [resource] + others, reporting: &diagnostics)
    else { preconditionFailure("the graph is closed: \(diagnostics.sorted)") }
    return graph
}
