package import ManifoldManifest
import OrderedCollections
package import ManifoldYAML

/// A manifest as `docker compose config` prints it: everything filled in, one spelling for each thing, nothing unused.
package struct NormalForm {
    package init() {}

    package func render(_ manifest: Manifest) -> PlainValue {
        let active = manifest.services.values.filter(\.isActive)
        let declarations = NormalDeclarations(of: manifest, usedBy: active)
        var top = NormalMap()
        // Compose's order is that of the alphabet here.
        top.add("configs", declarations.configs)
        top.add("name", .string(manifest.name))
        top.add("networks", declarations.networks)
        top.add("secrets", declarations.secrets)
        top.set("services", .sorted(active.map { ($0.name, NormalService($0).value) }))
        top.add("volumes", declarations.volumes)
        return top.value.doublingDollars
    }
}

extension PlainValue {
    /// `$` as `$$`, so that what is printed means the same when it is read again.
    fileprivate var doublingDollars: PlainValue {
        switch self {
        case .null, .bool, .integer, .number: self
        case .string(let text): .string(Self.doublingDollars(in: text))
        case .list(let values): .list(values.map(\.doublingDollars))
        case .map(let entries):
            .map(entries.map { Entry(key: Self.doublingDollars(in: $0.key), value: $0.value.doublingDollars) })
        }
    }

    private static func doublingDollars(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        return String(text.flatMap { $0 == "$" ? [$0, $0] : [$0] })
    }
}
