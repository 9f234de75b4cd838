import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// Wording about single fields of a service.
extension GraphDiagnostics {
    static func relativePath(_ path: String, from origin: Origin) -> Diagnostic {
        let suggestion = origin.variables.isEmpty ? AbsolutePath.clean("/" + path) : nil
        return Diagnostic(
            Code("graph.relative-path"),
            .error,
            path.isEmpty ? "a path is missing" : "path \(origin.quoting(path)) is not absolute",
            at: Label(origin.span),
            help: path.isEmpty ? "write a path that begins with `/`" : suggestion.map { "write `\($0)`" }
        )
    }

    static func duplicateTarget(_ target: String, _ origin: Origin, _ previous: Origin) -> Diagnostic {
        Diagnostic(
            Code("graph.duplicate-target"),
            .error,
            "two things are to be at \(origin.quoting(target)) in the container",
            at: Label(origin.span, "the second"),
            related: [Label(previous.span, "the first")],
            help: "remove one, or give it another target"
        )
    }

    static func unknownSignal(_ signal: Sourced<String>) -> Diagnostic {
        let wanted = signal.value.uppercased()
        let suggestion = Suggestion.nearest(
            to: wanted.hasPrefix("SIG") ? wanted : "SIG\(wanted)",
            among: SignalName.all
        )
        return Diagnostic(
            Code("graph.unknown-signal"),
            .error,
            "there is no signal \(signal.origin.quoting(signal.value))",
            at: Label(signal.origin.span),
            help: suggestion.map { "did you mean `\($0)`?" } ?? "write a name such as `SIGTERM`, or a number"
        )
    }

    static func swapLimit(_ swap: Sourced<Int64>, memory: Int64?) -> Diagnostic {
        Diagnostic(
            Code("graph.swap-limit"),
            .error,
            memory == nil
                ? "`memswap_limit` has no effect without a memory limit, and the engine refuses it"
                : "`memswap_limit` counts memory and swap together, so it cannot be below the memory limit",
            at: Label(swap.origin.span),
            help: memory == nil ? "set `mem_limit` too" : "raise it to the memory limit or above, or write `-1`"
        )
    }

    static func readOnlyFile(_ reference: ContentReference, target: String, of service: Service) -> Diagnostic {
        let place = service.isReadOnly.map { Label($0.origin.span, "the root is read-only") }
        return Diagnostic(
            Code("graph.read-only-file"),
            .error,
            "the engine cannot write `\(target)` into the read-only root of service `\(service.name)`",
            at: Label(reference.origin.span, "has its place in `/` itself"),
            related: place.map { [$0] } ?? [],
            help: "put it into a directory, such as `target: /run/configs\(target)`"
        )
    }

    static func readOnlyAnonymous(_ mount: ServiceMount, of service: Service) -> Diagnostic {
        Diagnostic(
            Code("graph.read-only-anonymous-volume"),
            .error,
            "the volume at `\(mount.target)` of service `\(service.name)` has no name and is read-only, so it stays empty",
            at: Label(mount.origin.span),
            help: "give it a `source`, or leave out `read_only`"
        )
    }

    static func lostFile(
        _ reference: ContentReference,
        target: String,
        mount: String,
        at place: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            Code("graph.lost-file"),
            .error,
            "`\(target)` cannot be put into the mount at `\(mount)`, which is read-only or a tmpfs",
            at: Label(reference.origin.span),
            related: place.map { [Label($0, "the mount")] } ?? [],
            help: "put it into another directory with `target:`"
        )
    }

    static func fileInVolume(
        _ reference: ContentReference,
        target: String,
        _ mount: String,
        isExternal: Bool,
        at place: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            Code("graph.file-in-volume"),
            isExternal ? .error : .warning,
            "`\(target)` lies in the \(isExternal ? "external " : "")volume at `\(mount)`, "
                + (isExternal
                    ? "which is not the system's own to write into" : "so its content is written into it and stays"),
            at: Label(reference.origin.span),
            related: place.map { [Label($0, "the mount")] } ?? [],
            help: "put it into another directory with `target:`"
        )
    }

    static func fileOnHost(
        _ reference: ContentReference,
        target: String,
        mount: String,
        at place: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            Code("graph.file-on-host"),
            .warning,
            "`\(target)` lies in the bind mount at `\(mount)`, so its content is written into the host's directory",
            at: Label(reference.origin.span),
            related: place.map { [Label($0, "the mount")] } ?? [],
            help: "put it into another directory with `target:`"
        )
    }

    static func ignoredSELinux(_ mount: ServiceMount) -> Diagnostic {
        Diagnostic(
            Code("graph.ignored-selinux"),
            .warning,
            "the SELinux option `\(mount.selinux ?? "")` of the mount at `\(mount.target)` is not passed on",
            at: Label(mount.origin.span),
            help: "label the host's directory with `chcon`, or remove the option"
        )
    }
}
