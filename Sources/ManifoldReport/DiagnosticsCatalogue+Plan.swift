// Written by scripts/check-diagnostics.sh --update from docs/diagnostics.md.
// swift-format-ignore-file
extension DiagnosticsCatalogue {
    static let plan: [Entry] = [
        Entry(
            "plan.external-missing",
            """
            A network or a volume is declared `external: true`: it is looked up under its own name, used as \
            it is, and never made, changed or removed.
            """,
            "Make it first, correct `name:`, or leave out `external` so that it becomes part of the system."
        ),
        Entry(
            "plan.name-held-by-inactive",
            """
            A container that the manifest wants is to have a name that a container of a switched-off \
            service holds.
            """,
            ""
        ),
        Entry(
            "plan.name-taken",
            """
            Something on the engine that is not part of this system has the name that a container, network \
            or volume of the manifest needs.
            """,
            """
            A project that `docker compose up` made is foreign in this sense, until manifold has applied to \
            a system of that name once.
            """
        ),
        Entry(
            "plan.network-held-by-inactive",
            "A network has to be made anew, because the engine can change nothing of a network once it exists.",
            """
            Switch the service on, so that its containers join the new network (`--profile tools`), or \
            remove them.
            """
        ),
        Entry(
            "plan.network-in-use",
            "A network has to be made anew, because the engine can change nothing of a network once it exists.",
            "`docker network inspect NAME` lists the containers."
        ),
        Entry(
            "plan.volume-cannot-change",
            "The driver or a driver option of a volume differs from what the volume was made with.",
            "Take the change back."
        ),
    ]
}
