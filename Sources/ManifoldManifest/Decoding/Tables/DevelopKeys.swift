import ManifoldDiagnostics
import ManifoldYAML

extension KeyTable<Void> {
    /// The keys of `develop`.
    static let develop = KeyTable("develop", ["watch": .carried(.list(of: .watch))])

    /// The keys of an entry of `develop.watch`.
    static let watch = KeyTable(
        "watch",
        required: ["path", "action"],
        [
            "path": .carried(.watchPath),
            "action": .carried(.choice("rebuild", "sync", "restart", "sync+restart", "sync+exec")),
            "target": .carried(.string),
            "exec": .carried(.hook),
            "include": .carried(.stringOrStrings),
            "ignore": .carried(.stringOrStrings),
            "initial_sync": .carried(.bool),
        ]
    )

    /// The keys of a hook that runs in the service's container.
    static let hook = KeyTable(
        "hook",
        [
            "command": .carried(.command),
            "user": .carried(.string),
            "privileged": .carried(.bool),
            "working_dir": .carried(.string),
            "environment": .carried(.environment),
        ]
    )

    /// The keys of a hook that runs in a container of its own before the service's.
    static let preStartHook = KeyTable(
        "hook",
        [
            "command": .carried(.command),
            "image": .carried(.string),
            "user": .carried(.string),
            "privileged": .carried(.bool),
            "working_dir": .carried(.string),
            "environment": .carried(.environment),
            "per_replica": .carried(.bool),
        ]
    )
}

extension ValueKind {
    static let hook = hook(.hook, named: "hook")
    static let preStartHook = hook(.preStartHook, named: "pre_start_hook")

    /// A hook; Compose writes its command in any case.
    private static func hook(_ table: KeyTable<Void>, named name: String) -> ValueKind {
        ValueKind(table.schema(named: name)) { field, decoder in
            var nothing: Void = ()
            let hook = decoder.decode(field, by: table, into: &nothing)
            return hook["command"] == nil ? hook.adding([.command(.null(at: field.origin))], by: table) : hook
        }
    }

    static let develop = object(.develop, named: "develop").orNull

    fileprivate static let watch = ValueKind(KeyTable.watch.schema(named: "watch")) { field, decoder in
        var nothing: Void = ()
        let entry = decoder.decode(field, by: .watch, into: &nothing)
        let action = entry["action"]?.scalarText
        if let action, action != "rebuild", action != "restart", entry["target"] == nil {
            decoder.diagnostics.report(.watchWithoutTarget(field, action: action))
        }
        guard entry["exec"] == nil else { return entry }
        // Compose writes one in any case, with the command that it does not have.
        let nothingToRun = Node.nothing(at: field.origin).adding([.command(.null(at: field.origin))], by: .hook)
        return entry.adding([Node.Pair(key: .key("exec", nothingToRun), value: nothingToRun)], by: .watch)
    }

    /// A path that has to be there, made absolute.
    fileprivate static let watchPath = ValueKind(.string) { field, decoder in
        if let node = path.read(field, &decoder) { return node }
        if field.value.scalarText?.isEmpty == true {
            decoder.diagnostics.report(.invalidValue(field, "is empty", help: "write the path to watch"))
        }
        return nil
    }
}

extension Node.Pair {
    fileprivate static func command(_ value: Node) -> Node.Pair {
        Node.Pair(key: .key("command", value), value: value)
    }
}
