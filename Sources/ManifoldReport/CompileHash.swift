import Crypto
package import ManifoldManifest
import ManifoldYAML
import OrderedCollections

/// The hash by which Compose knows whether a service has changed since its containers were made.
///
/// Compose hashes the JSON of its own structure, without what does not make another container necessary.
package enum CompileHash {
    /// The hash of a service; nil where there is none of that name.
    package static func hash(of name: String, in manifest: Manifest) -> String? {
        guard let service = manifest.services[name] else { return nil }
        let json = GoJSON.write(hashed(service.normalBeforeEnvFiles))
        return SHA256.hash(data: json)
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.count < 2 ? "0" + digits : digits
            }
            .joined()
    }

    private static func hashed(_ normal: Node) -> Node {
        let pairs = (normal.pairs ?? [])
            .compactMap { pair -> Node.Pair? in
                switch pair.key.scalarText {
                case "build", "pull_policy", "scale": return nil
                case "deploy":
                    let rest = (pair.value.pairs ?? []).filter { $0.key.scalarText != "replicas" }
                    return Node.Pair(key: pair.key, value: pair.value.with(.mapping(rest)))
                default: return pair
                }
            }
        return normal.with(.mapping(pairs))
    }
}
