// Written by scripts/check-diagnostics.sh --update from docs/diagnostics.md.
// swift-format-ignore-file
extension DiagnosticsCatalogue {
    static let plan: [Entry] = [
        Entry(
            "plan.address-taken",
            """
            A container asks for an address on a network that another container has, which keeps it: one \
            that is not part of this system, one of a service that its profiles switch off, or one that \
            asks for none and was given it by the engine, which gives out the lowest ones.
            """,
            """
            Ask for an address that is far from the lowest ones, or keep those apart that the engine gives \
            out (`ip_range` of the network's `ipam`). `docker network inspect NAME` shows who has which.
            """
        ),
        Entry(
            "plan.address-twice",
            "Two containers of the system ask for one address on a network.",
            """
            Ask for another address in one of the two, or leave it out: a container finds others by the \
            names of their services.
            """
        ),
        Entry(
            "plan.bind-source-missing",
            "A container is to have a file or a directory of the engine's host that is not there.",
            """
            Make the file or the directory, correct the `source`, or write `bind: {create_host_path: true}` \
            where an empty directory will do.
            """
        ),
        Entry(
            "plan.build-context",
            """
            An image has to be built, and what it is built from cannot be read: there is no such directory \
            or no Dockerfile in it, a file may not be read, a line of the `.dockerignore` is no pattern, or \
            there is something in the context that is neither file nor directory nor link, such as a named \
            pipe.
            """,
            """
            Mend what the message names, or leave a file that cannot be sent out of the context with a line \
            in `.dockerignore`.
            """
        ),
        Entry(
            "plan.builder-cannot",
            """
            The `build` has a key that the builder at hand can do nothing with. `secrets`, `ssh`, \
            `additional_contexts`, `cache_to`, `no_cache_filter`, `entitlements`, `privileged`, \
            `provenance` and `sbom` need buildx; `additional_contexts` also an engine of version 23 or \
            later.
            """,
            "Install Docker's plugin `buildx`, or leave the key out."
        ),
        Entry(
            "plan.compose-project",
            """
            `docker compose up` has made a project of the system's name, and manifold has never been \
            applied to it.
            """,
            """
            `manifold plan --adopt` shows what would come of taking it over: containers, networks and \
            volumes go on as they are, and only what differs from the manifest is changed. `manifold apply \
            --adopt` does it, and from then on the system is manifold's.
            """
        ),
        Entry(
            "plan.cannot-replace",
            """
            `--replace` asks for a new object where none can be made: the resource is external, has left \
            the manifest, or is left out of this plan by `--target` or `--exclude`.
            """,
            "Leave out that `--replace`, or take the resource into the plan."
        ),
        Entry(
            "plan.engine-too-old",
            "The engine's API has this setting from a later version on.",
            """
            Leave the setting out, or run the system on a newer engine. manifold itself asks in version \
            1.45 at most: what needs a later one cannot be applied on any engine yet.
            """
        ),
        Entry(
            "plan.external-missing",
            """
            A network or a volume is declared `external: true`: it is looked up under its own name, used as \
            it is, and never made, changed or removed.
            """,
            "Make it first, correct `name:`, or leave out `external` so that it becomes part of the system."
        ),
        Entry(
            "plan.held-by-left-out",
            """
            A plan that is about a part of the system needs something that a container outside of that part \
            holds: a name, a published port, an address, or its place on a network that has to be made anew \
            or has left the manifest.
            """,
            "Take the container in with a further `--target`, or leave out what needs the other thing to move."
        ),
        Entry(
            "plan.holder-missing",
            """
            A service takes part in the network, the processes, the memory or the volumes of a container \
            that is not part of the system (`container:NAME`), and the engine has none of that name.
            """,
            "Start the other container first, correct its name, or make it a service of the same manifest."
        ),
        Entry(
            "plan.image-missing",
            """
            The engine does not have an image, and nobody may fetch it: its `pull_policy` is `never`, or \
            `build` without anything to build, or it is named by the engine's own id, which no registry \
            knows.
            """,
            "Build or load the image (`docker build`, `docker load`), or leave out `pull_policy`."
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
            "A project that `docker compose up` made under the system's name is told of as plan.compose-project."
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
            """
            A network has to be made anew, because the engine can change nothing of a network once it \
            exists, or because somebody has removed this system's network and made one of the same name, \
            without its labels.
            """,
            """
            Disconnect those containers, or leave the network as it is. `docker ps -a --filter \
            network=NAME` lists all of them.
            """
        ),
        Entry(
            "plan.network-twice",
            "The engine has several networks of the name that a network of the manifest is to have.",
            "Remove the networks that are too many by their ids; `docker network inspect ID` says who is on one."
        ),
        Entry(
            "plan.port-held-by-inactive",
            """
            A container that the manifest wants publishes a port of the host that a running container of a \
            switched-off service has.
            """,
            ""
        ),
        Entry(
            "plan.port-taken",
            """
            A container of the manifest publishes a port of the host that a running container outside of \
            this system has published.
            """,
            """
            Two containers can share a port only on different addresses of the host, such as \
            `127.0.0.1:8080:80` and `192.0.2.7:8080:80`.
            """
        ),
        Entry(
            "plan.port-twice",
            "Two containers of the manifest publish the same port of the host, which only one of them can have.",
            """
            Of a range such as `8080-8089:80` the engine picks a free port for each instance; without a \
            port of the host (`"80"`) any port that is free.
            """
        ),
        Entry(
            "plan.subnet-taken",
            """
            A network of the manifest is to have addresses of which another network of the engine has some: \
            one that is not part of this system, or one of its own.
            """,
            "`docker network ls` and `docker network inspect NAME` show which subnets are taken."
        ),
        Entry(
            "plan.unknown-address",
            """
            `--target`, `--exclude` or `--replace` names a resource that neither the manifest nor the \
            engine has, or a service that its profiles switch off.
            """,
            """
            Correct the address; `manifold status` lists those that there are, and `--profile` switches \
            services on.
            """
        ),
        Entry(
            "plan.volume-cannot-change",
            "The driver or a driver option of a volume differs from what the volume was made with.",
            "Take the change back."
        ),
    ]
}
