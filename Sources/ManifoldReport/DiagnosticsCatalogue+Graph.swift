// Written by scripts/check-diagnostics.sh --update from docs/diagnostics.md.
// swift-format-ignore-file
extension DiagnosticsCatalogue {
    static let graph: [Entry] = [
        Entry(
            "graph.conflicting-keys",
            """
            Two keys of a service cannot go together for the engine: a host name of its own in the host's \
            namespace, `mac_address` with several networks, `cpus` with `cpu_quota`.
            """,
            "Remove one of the two."
        ),
        Entry(
            "graph.cycle",
            "Services that depend on each other in a circle can never start: each waits for another.",
            "Remove one of the dependencies."
        ),
        Entry(
            "graph.duplicate-name",
            """
            Two containers, two networks or two volumes want the same name in the engine: by \
            `container_name`, by `name`, or because one was given the name that another gets by itself \
            (`<system>-<service>-<n>`, `<system>_<network>`).
            """,
            "Give one of them another name, or leave the name out."
        ),
        Entry(
            "graph.duplicate-target",
            "Two mounts, or a mount and a config or secret, are to be at the same path of one container.",
            "Remove one of the two, or give it another `target`."
        ),
        Entry(
            "graph.file-in-volume",
            "The file of a config or a secret lies in a named volume.",
            "Put the file into another directory with `target:`."
        ),
        Entry(
            "graph.file-on-host",
            "The file of a config or a secret lies inside of a bind mount.",
            "Put the file into a directory that is not mounted from the host, with `target:`."
        ),
        Entry(
            "graph.ignored-selinux",
            """
            `z` and `Z` ask the engine to give the host's files another SELinux label. `manifold` does not \
            pass them on yet; on hosts without SELinux they mean nothing anyway.
            """,
            "On a host with SELinux label the directory yourself, such as with `chcon -Rt container_file_t site`."
        ),
        Entry(
            "graph.image-built-twice",
            """
            Two services build their images under the same name, and not from the same: whichever came last \
            would be the image of both.
            """,
            "Give one of them another `image`."
        ),
        Entry(
            "graph.ineffective-key",
            """
            The key means something to Compose or to another kind of engine, and nothing to the one that \
            the manifest is applied to: a swarm's settings on a single engine, Windows' settings, what only \
            steers `docker compose` itself.
            """,
            "Remove it, or leave it for the tools that read it."
        ),
        Entry(
            "graph.invalid-address",
            "An address is none of its kind: a MAC address, an IPv4 or IPv6 address, a subnet or a range of one.",
            "The help shows the form that is wanted."
        ),
        Entry(
            "graph.invalid-image",
            """
            The text is no image reference as Docker reads it: `[registry/]path[:tag][@digest]`, the path \
            in lower case.
            """,
            "Write the reference as `docker pull` would take it."
        ),
        Entry(
            "graph.invalid-volume-name",
            """
            The engine takes as names of volumes only letters, digits, `_`, `.` and `-`, at least two, the \
            first a letter or a digit.
            """,
            "Choose another `name`, or leave it out: the volume is then named after the system and its key."
        ),
        Entry(
            "graph.lost-file",
            "The file of a config or a secret lies directly in a tmpfs, or anywhere in a read-only mount.",
            "Put the file into another directory with `target:`, or mount something else there."
        ),
        Entry(
            "graph.memory-reservation",
            "A service reserves more memory than its limit allows.",
            "Lower `mem_reservation`, or raise `mem_limit`."
        ),
        Entry(
            "graph.missing-image",
            "A service has no image to run.",
            "Add `image:` to the service."
        ),
        Entry(
            "graph.missing-need",
            "A resource needs another one that is not part of the system.",
            "Declare what is needed, or remove the need."
        ),
        Entry(
            "graph.read-only-anonymous-volume",
            """
            A volume without a name begins empty, and read-only it stays so; the engine refuses to make \
            such a container.
            """,
            "Give the volume a `source`, or leave out `read_only`."
        ),
        Entry(
            "graph.read-only-file",
            """
            The root file system of the service is read-only, and the engine writes nothing into it, not \
            even before the start.
            """,
            "Give the config a `target` in a directory of its own, such as `/run/configs/site`."
        ),
        Entry(
            "graph.relative-path",
            "Paths in a container begin with `/`: the working directory, and the targets of mounts.",
            "Write the path from the root on."
        ),
        Entry(
            "graph.reserved-label",
            """
            Labels that begin with `io.manifold.` or `com.docker.compose.` are how `manifold` and Compose \
            tell whose an object is and what it was made from.
            """,
            "Remove the label, or choose another name for it."
        ),
        Entry(
            "graph.swap-limit",
            "`memswap_limit` is the limit of memory and swap together.",
            "Set `mem_limit` (or `deploy.resources.limits.memory`) too, or raise `memswap_limit`."
        ),
        Entry(
            "graph.too-large",
            """
            The services together ask for more containers, or for more names of `links`, than any engine \
            could have: a `scale` that was meant for something else, or `links` to a service of very many \
            instances.
            """,
            "Write a smaller number."
        ),
        Entry(
            "graph.unknown-signal",
            "`stop_signal`, or the `signal` of an `x-on-change`, names no signal of Linux.",
            "Write a signal that there is."
        ),
        Entry(
            "graph.unsupported-key",
            """
            The key is one of the Compose Specification, and manifold cannot apply it yet. `compile` prints \
            it; for everything that plans or applies it is an error, because leaving it out would run \
            something else than the manifest says.
            """,
            "The language lists what is handled."
        ),
        Entry(
            "graph.unsupported-value",
            """
            The key can be applied, and this value of it cannot: the engine has no such mode, or manifold \
            cannot pass it on yet.
            """,
            "Write one of the values in the help."
        ),
    ]
}
