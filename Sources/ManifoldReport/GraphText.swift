package import ManifoldGraph
import ManifoldManifest
import ManifoldResources

/// A graph as text, for tests and for `manifold graph`: each resource with what it needs and what it sets, in order.
package struct GraphText {
    package init() {}

    package func render(_ graph: ResourceGraph) -> String {
        var lines: [String] = []
        for resource in graph.ordered {
            lines.append(headline(of: resource))
            lines += fields(of: resource.spec).map { "    \($0)" }
        }
        for service in graph.inactiveServices.sorted() { lines.append("service.\(service) (switched off)") }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The resource and its needs: `service.web[1] <- network.front (existing), service.api[1] (healthy)`.
    private func headline(of resource: Resource) -> String {
        var line = resource.id.description
        if resource.goal == .completed { line += " (job)" }
        guard !resource.needs.isEmpty else { return line }
        let needs = resource.needs.sorted { $0.key < $1.key }
            .map { id, need in
                need.restartsDependant ? "\(id) (\(need.condition), restarts)" : "\(id) (\(need.condition))"
            }
        return "\(line) <- \(needs.joined(separator: ", "))"
    }

    private func fields(of spec: ResourceSpec) -> [String] {
        switch spec {
        case .network(let spec): [external(spec.name, spec.isExternal)] + rows(.network, spec)
        case .volume(let spec): [external(spec.name, spec.isExternal)] + rows(.volume, spec)
        case .image(let spec): ["reference: \(spec.reference)"] + policy(spec.policy) + rows(.image, spec)
        case .config(let spec), .secret(let spec): ["content: \(spec.content.bytes.count) bytes"]
        case .container(let spec): rows(.container, spec)
        }
    }

    private func policy(_ policy: PullPolicy) -> [String] {
        switch policy {
        case .missing: []
        case .never: ["pull_policy: never"]
        case .always: ["pull_policy: always"]
        case .refresh(let after): ["pull_policy: refresh after \(GoDuration.text(nanoseconds: after))"]
        }
    }

    private func external(_ name: String, _ isExternal: Bool) -> String {
        isExternal ? "name: \(name) (external)" : "name: \(name)"
    }

    private func rows<Spec>(_ table: FieldTable<Spec>, _ spec: Spec) -> [String] {
        table.rows.flatMap { row -> [String] in
            guard let value = row.value(spec) else { return [] }
            // Each entry of a map on a line of its own, so that a golden shows which one changed.
            guard case .map(let entries) = value else { return ["\(row.name): \(text(of: value))"] }
            return entries.sorted { $0.key < $1.key }.map { "\(row.name).\($0.key): \(text(of: $0.value))" }
        }
    }

    private func text(of value: FieldValue<FreeText>) -> String {
        switch value {
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): "\(number)"
        case .bytes(let bytes): "\(bytes) bytes"
        case .duration(let nanoseconds): GoDuration.text(nanoseconds: nanoseconds)
        case .nanoCPUs(let nanoCPUs): "\(nanoCPUs) nanoCPUs"
        case .mode(let mode): "0" + String(mode, radix: 8)
        case .word(let word): word
        case .text(let text): text.isShowable ? quoted(text.string) : "(hidden)"
        case .list(let values): "[" + values.map(self.text).joined(separator: ", ") + "]"
        case .set(let values): "{" + values.map(self.text).sorted().joined(separator: ", ") + "}"
        case .map(let entries):
            "{"
                + entries.sorted { $0.key < $1.key }.map { "\($0.key): \(self.text(of: $0.value))" }
                .joined(separator: ", ") + "}"
        }
    }

    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text.unicodeScalars {
            switch character {
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\"", "\\": quoted += "\\\(character)"
            default: quoted.unicodeScalars.append(character)
            }
        }
        return quoted + "\""
    }
}
