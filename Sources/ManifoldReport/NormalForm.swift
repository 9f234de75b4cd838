import ManifoldDiagnostics
package import ManifoldManifest
package import ManifoldYAML
import OrderedCollections

/// A manifest as `docker compose config` prints it: everything filled in, one spelling for each thing, nothing unused.
///
/// Every value stands where the manifest spells it, so that its place can be told.
package struct NormalForm {
    package init() {}

    package func render(_ manifest: Manifest) -> Node {
        var services: [(key: String, value: Node)] = []
        var used = UsedNames()
        // By index: a service taken out of the list is a copy of all its fields.
        let all = manifest.services.values
        services.reserveCapacity(all.count)
        for index in all.indices where all[index].isActive {
            services.append((all[index].name, all[index].normal))
            used.add(all[index])
        }
        let declarations = NormalDeclarations(of: manifest, used)
        // Compose's order is that of the alphabet here.
        var top = [pair("name", .text(manifest.name, at: manifest.nameOrigin?.span))]
        top += section("configs", declarations.configs)
        top += section("models", manifest.models.map { ($0.key, $0.value) })
        top += section("networks", declarations.networks)
        top += section("secrets", declarations.secrets)
        top.append(pair("services", mapping(services)))
        top += section("volumes", declarations.volumes)
        top += manifest.extensions.map { pair($0.key, $0.value) }
        top.sort { Self.precedes($0.key.scalarText ?? "", $1.key.scalarText ?? "") }
        return Node(.mapping(top), span: .nowhere)
    }

    /// A section, unless it is empty.
    private func section(_ key: String, _ entries: [(key: String, value: Node)]) -> [Node.Pair] {
        entries.isEmpty ? [] : [pair(key, mapping(entries))]
    }

    private func mapping(_ entries: [(key: String, value: Node)]) -> Node {
        let sorted = entries.sorted { Self.precedes($0.key, $1.key) }
        return Node(.mapping(sorted.map { pair($0.key, $0.value) }), span: .nowhere)
    }

    private func pair(_ key: String, _ value: Node) -> Node.Pair {
        Node.Pair(key: .text(key), value: value)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

extension Node {
    /// A string that stands at a place, or that nobody wrote.
    static func text(_ text: String, at span: SourceSpan? = nil) -> Node {
        Node(.scalar(Scalar(text, style: .doubleQuoted)), span: span ?? .nowhere)
    }
}

extension SourceSpan {
    /// The place of what is in no file.
    static let nowhere = SourceSpan(file: FileID(rawValue: .max), start: 0, end: 0)
}
