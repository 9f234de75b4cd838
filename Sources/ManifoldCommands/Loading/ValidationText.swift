import ManifoldGraph
import ManifoldReport
import ManifoldResources

/// What `validate` says of a good manifest.
enum ValidationText {
    static func line(for loaded: LoadedSystem) -> String {
        let kinds: [(ResourceAddress.Kind, one: String, many: String)] = [
            (.service, "service", "services"), (.network, "network", "networks"), (.volume, "volume", "volumes"),
            (.config, "config", "configs"), (.secret, "secret", "secrets"),
        ]
        let counts = kinds.compactMap { kind, one, many -> String? in
            let count = Set(loaded.graph.ordered.map(\.id).filter { $0.kind == kind }.map(\.withoutReplica)).count
            guard count > 0 || kind == .service else { return nil }
            return count == 1 ? "1 \(one)" : "\(count) \(many)"
        }
        let verb = loaded.fileNames.count == 1 ? "is" : "are"
        return
            "\(AnsiSafe.line(loaded.fileNames.joined(separator: ", "))) \(verb) valid: \(counts.joined(separator: ", "))\n"
    }
}
