import ManifoldDiagnostics
import ManifoldYAML

/// `extends`: a service that takes over another one, of its own file or of another, and says what is different.
extension TreeLoader {
    /// A document whose services have in them what they extend.
    mutating func withExtensions(
        _ root: Node,
        marks: MarkedPaths,
        of path: String,
        in scope: ProjectScope
    ) -> Node {
        guard let pairs = root.pairs, let index = pairs.firstIndex(where: { $0.key.scalarText == "services" }),
            let services = pairs[index].value.pairs, services.contains(where: { $0.value["extends"] != nil })
        else { return root }
        let home = ExtensionSource(path: path, services: services, marks: marks)
        var done: [String: Node] = [:]
        let complete = services.map { pair in
            guard pair.value["extends"] != nil else { return pair }
            let service = extended(pair.key.scalarText ?? "", of: home, in: scope, &done)
            return Node.Pair(key: pair.key, value: service ?? pair.value)
        }
        var result = pairs
        result[index] = Node.Pair(key: pairs[index].key, value: pairs[index].value.with(.mapping(complete)))
        return root.with(.mapping(result))
    }

    /// One service on the way from the one that extends to the one that does not.
    private struct Level {
        let reference: ServiceReference
        let service: Node
        /// Marks of the files on the way here, which take something out of what is extended.
        var marks: [MarkedPaths]
        let isAtHome: Bool
    }

    /// A service with all that it extends; `done` are those of its file that are ready.
    ///
    /// The way is walked with a list of its own, since a file can ask for a long one, but not for our call stack.
    private mutating func extended(
        _ name: String,
        of home: ExtensionSource,
        in scope: ProjectScope,
        _ done: inout [String: Node]
    ) -> Node? {
        var levels: [Level] = []
        var places: [SourceSpan] = []
        var source = home
        var marks = [home.marks]
        var isAtHome = true
        var base: Node?
        var current = ServiceReference(path: home.path, name: name)
        way: while let service = source.services[current.name], let pairs = service.pairs {
            if let ready = isAtHome ? done[current.name] : extendedElsewhere[current] {
                base = ready
                break
            }
            guard let entry = pairs.first(where: { $0.key.scalarText == "extends" }) else {
                base = service
                break
            }
            let rest = service.with(.mapping(pairs.filter { $0.key.scalarText != "extends" }))
            levels.append(Level(reference: current, service: rest, marks: marks, isAtHome: isAtHome))
            places.append(entry.key.span)
            base = .withoutImage(at: entry.key.span)
            guard let found = parsedExtension(entry) else { break }
            if let file = found.file {
                guard let other = extensionSource(file, in: scope) else { break }
                source = other
                isAtHome = false
                // Compose applies these marks here too, so that they hit a service of the same name.
                marks.append(other.marks)
                levels[levels.count - 1].marks = marks
            }
            let next = ServiceReference(path: source.path, name: found.name)
            guard source.services[next.name] != nil else {
                diagnostics.report(
                    .noSuchBase(found, of: current.name, in: source, shownAs: request.shown(source.path))
                )
                break
            }
            if cyclic.contains(next) { break }
            if let start = levels.firstIndex(where: { $0.reference == next }) {
                let circle = levels[start...].map(\.reference)
                cyclic.formUnion(circle)
                diagnostics.report(.extensionCycle(circle.map(\.name), at: Array(places[start...])))
                break
            }
            guard levels.count < Self.deepest else {
                diagnostics.report(.extensionTooDeep(at: entry.key.span, limit: Self.deepest))
                break way
            }
            base = nil
            current = next
        }
        for level in levels.reversed() {
            if var under = base {
                for marks in level.marks { under = marks.removed(from: under, of: level.reference.name) }
                base = merger.extend(under, by: level.service)
            } else {
                base = level.service
            }
            if level.isAtHome {
                done[level.reference.name] = base
            } else if level.marks.allSatisfy(\.isEmpty) {
                extendedElsewhere[level.reference] = base
            }
        }
        return base
    }

    // MARK: The entry

    private mutating func parsedExtension(_ entry: Node.Pair) -> Extension? {
        let value = entry.value
        if value.isBroken { return nil }
        guard let pairs = value.pairs else {
            guard value.resolved == .string else {
                diagnostics.report(.badExtension(entry, "names no service"))
                return nil
            }
            return Extension(service: value, file: nil)
        }
        for pair in pairs where !["service", "file"].contains(pair.key.scalarText) {
            diagnostics.report(.ignoredKey(pair.key, of: "extends", known: ["service", "file"]))
        }
        guard let service = value["service"], service.resolved == .string else {
            if value["service"]?.isBroken != true { diagnostics.report(.badExtension(entry, "names no service")) }
            return nil
        }
        let file = value["file"].flatMap { $0.isNull ? nil : $0 }
        guard !service.isBroken, file?.isBroken != true else { return nil }
        guard file.map({ $0.resolved == .string }) ?? true else {
            diagnostics.report(.badExtension(entry, "has a `file` that is no path"))
            return nil
        }
        return Extension(service: service, file: file)
    }

    /// The services of another file, read once for each project; nil, and reported, where there are none.
    private mutating func extensionSource(_ file: Node, in scope: ProjectScope) -> ExtensionSource? {
        let path = FilePath.absolute(file.scalarText ?? "", in: contexts[file.span.file].directory)
        let key = "\(scope.id):\(path)"
        if let known = extensionSources[key] { return known }
        let source = readExtensionSource(file, at: path, in: scope)
        extensionSources[key] = source
        return source
    }

    /// What such a file includes, and what it has besides services, does not count.
    private mutating func readExtensionSource(_ file: Node, at path: String, in scope: ProjectScope) -> ExtensionSource?
    {
        let context = FileContext(
            directory: FilePath.parent(path),
            variables: scope.variables,
            projectDirectory: scope.directory
        )
        let raw = read(path, in: context) { .unreadableReference(file, $0, key: "extends") }
        guard let raw else { return nil }
        var tree: Node?
        var marks = MarkedPaths()
        for document in raw.documents {
            guard let layer = layer(of: document, in: scope) else { return nil }
            marks = layer.marks
            tree = tree.map { merger.merge(marks.removed(from: $0), layer.root) } ?? layer.root
        }
        guard let services = tree?["services"]?.pairs else {
            diagnostics.report(.noServicesToExtend(file, shownAs: request.shown(path)))
            return nil
        }
        return ExtensionSource(path: path, services: services, marks: marks)
    }
}

extension Node {
    /// What stands for a service that cannot be found: readers pass over its image instead of missing it.
    fileprivate static func withoutImage(at span: SourceSpan) -> Node {
        Node(.mapping([Pair(key: .implied("image", at: span), value: .implied("", at: span).broken)]), span: span)
    }
}
