import ManifoldGraph
import ManifoldResources

/// Where the parts of a build lie on this machine.
struct BuildPlaces: Sendable {
    /// A directory that is sent, with the file that says what of it is not.
    struct Directory: Hashable, Sendable {
        let root: String
        let ignoreFile: String
    }

    /// Nil where the builder fetches the context.
    let context: Directory?
    /// Nil where the manifest spells it out, or it comes with what the builder fetches.
    let dockerfile: String?
    let furtherContexts: [String: Directory]

    /// A Dockerfile can bring ignore rules of its own, `Dockerfile.dockerignore` beside it, which then stand for all.
    init(_ spec: BuildSpec) {
        furtherContexts = spec.furtherContexts.compactMapValues { source in
            guard case .directory(let root) = source else { return nil }
            return Directory(root: root, ignoreFile: "\(root)/.dockerignore")
        }
        guard case .directory(let root) = spec.context else {
            (context, dockerfile) = (nil, nil)
            return
        }
        guard spec.inlineDockerfile == nil else {
            (context, dockerfile) = (Directory(root: root, ignoreFile: "\(root)/.dockerignore"), nil)
            return
        }
        let file = AbsolutePath.clean(spec.dockerfile) ?? AbsolutePath.clean("\(root)/\(spec.dockerfile)") ?? ""
        let own = "\(file).dockerignore"
        dockerfile = file
        context = Directory(root: root, ignoreFile: FileBytes.exists(own) ? own : "\(root)/.dockerignore")
    }

    /// The Dockerfile's path below the context; nil where it lies elsewhere.
    var innerDockerfile: String? {
        guard let context, let dockerfile, dockerfile.hasPrefix(context.root + "/") else { return nil }
        return String(dockerfile.dropFirst(context.root.utf8.count + 1))
    }
}

extension BuildPlaces.Directory {
    /// What the ignore file says; nothing where there is none.
    func rules() throws(ContextProblem) -> IgnoreRules {
        guard FileBytes.exists(ignoreFile) else { return .none }
        let text = String(decoding: try FileBytes.all(of: ignoreFile), as: UTF8.self)
        do throws(IgnoreRules.Problem) {
            return try IgnoreRules(parsing: text)
        } catch {
            throw ContextProblem("line \(error.line) of `\(ignoreFile)` is no pattern: `\(error.text)`")
        }
    }

    /// All that is sent of it.
    func entries() throws(ContextProblem) -> [ContextEntry] {
        try ContextWalk(root, try rules()).entries
    }
}
