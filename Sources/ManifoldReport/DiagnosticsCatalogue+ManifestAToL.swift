// Written by scripts/check-diagnostics.sh --update from docs/diagnostics.md.
// swift-format-ignore-file
extension DiagnosticsCatalogue {
    static let manifestAToL: [Entry] = [
        Entry(
            "manifest.adjusted-project-name",
            "The top-level `name` has signs that a project name cannot have.",
            "Write the name that you want to see on containers and networks."
        ),
        Entry(
            "manifest.ambiguous-text",
            "The value is text here, as it is to Compose and to every reader of YAML 1.2.",
            "Put it in quotes."
        ),
        Entry(
            "manifest.bad-variable-name",
            "A name under `environment` is empty or holds `=`: no process can have such a variable.",
            ""
        ),
        Entry(
            "manifest.container-name-with-replicas",
            "A container name exists once in an engine, so a service that has one cannot run several containers.",
            "Leave `container_name` out: the containers are then called `PROJECT-SERVICE-1`, `-2` and so on."
        ),
        Entry(
            "manifest.content-variable-unset",
            """
            A config or a secret takes its content from a variable that is neither in the environment nor \
            in `.env`.
            """,
            "Set the variable, or name a `file`."
        ),
        Entry(
            "manifest.context-not-built",
            """
            The build of a service takes the image of another service (`service:NAME` in \
            `additional_contexts`), and that service has no `build`, or does not exist.
            """,
            "Name the image itself, as `docker-image://NAME:TAG`, or give the other service a `build`."
        ),
        Entry(
            "manifest.count-and-device-ids",
            "A request for devices says how many and which ones.",
            "Keep one of them."
        ),
        Entry(
            "manifest.decimal-mode",
            """
            File modes are octal, but YAML reads a number without a zero before it as decimal: `440` is the \
            mode 0670.
            """,
            """
            Write a zero before the digits: `0440`, or `"0440"`.
            """
        ),
        Entry(
            "manifest.empty",
            "The file has no keys at all, or none but `version`.",
            "Begin with `services:`."
        ),
        Entry(
            "manifest.extends-cycle",
            "Services extend each other in a circle, so that none of them is complete.",
            "Take one `extends` of the circle out."
        ),
        Entry(
            "manifest.extends-too-deep",
            "A service extends one that extends another, and so on for more than 100 services.",
            "Let this service extend one that says more by itself."
        ),
        Entry(
            "manifest.external-with-others",
            "An external volume is looked up and used as it is, so the manifest cannot say how it is made.",
            "Keep `external` with `name`, or leave `external` out."
        ),
        Entry(
            "manifest.ignored-key",
            "Compose passes over unknown keys of `extends` and `include`. manifold does the same, and says so.",
            """
            Correct the key, or move it: what a service changes in the one that it extends stands beside \
            `extends`, not in it.
            """
        ),
        Entry(
            "manifest.inactive-dependency",
            """
            A service that is switched on depends on one that only a profile switches on, and no such \
            profile is chosen.
            """,
            """
            Choose the profile, give both services the same profiles, or write `required: false` for the \
            dependency.
            """
        ),
        Entry(
            "manifest.include-conflict",
            "An included file declares something that is declared already, and differently.",
            "Rename one of the two."
        ),
        Entry(
            "manifest.include-cycle",
            "Files include each other in a circle.",
            "Take one `include` of the circle out; move what both need into a third file."
        ),
        Entry(
            "manifest.include-too-deep",
            "Files include one another more than 100 deep.",
            "Include the file further up."
        ),
        Entry(
            "manifest.invalid-command",
            """
            A command that is written as a string is split into words as a shell would; here a quote, an \
            escape or a parenthesis is left open.
            """,
            "Close the quote, or write the command as a list, in which nothing is split."
        ),
        Entry(
            "manifest.invalid-device",
            """
            An entry of `devices` in the short syntax is not `SOURCE`, `SOURCE:TARGET` or \
            `SOURCE:TARGET:PERMISSIONS`.
            """,
            "Write it so, or as a mapping with `source`, `target` and `permissions`."
        ),
        Entry(
            "manifest.invalid-env-file",
            "A line of an env file is no `NAME=value`, or a quoted value does not end.",
            "See env files for what can stand in one."
        ),
        Entry(
            "manifest.invalid-extends",
            "`extends` does not say which service is meant, or has a `file` that is no path.",
            "Write the name of a service of the same file, or a mapping with `service` and `file`."
        ),
        Entry(
            "manifest.invalid-include",
            "`include` is a list of paths, or of mappings with `path`, `env_file` and `project_directory`.",
            "Write each file as an item: `- database.yaml`."
        ),
        Entry(
            "manifest.invalid-interpolation",
            "`${` begins a reference to a variable, which is a name and perhaps an operator, closed by `}`.",
            "Write the reference as the manifest's grammar has it, or `$${` where the text is meant as it is."
        ),
        Entry(
            "manifest.invalid-mount",
            "An entry of `volumes` in the short syntax is not `SOURCE:TARGET` or `SOURCE:TARGET:OPTIONS`.",
            "Often a variable in it is empty; a default such as `${DIR:-.}` helps."
        ),
        Entry(
            "manifest.invalid-name",
            "Services, networks, volumes, configs and secrets have names of letters, digits, `.`, `_` and `-`.",
            "Rename it."
        ),
        Entry(
            "manifest.invalid-port",
            """
            An entry of `ports` in the short syntax is not `CONTAINER`, `HOST:CONTAINER` or \
            `ADDRESS:HOST:CONTAINER`, where each port is a number or a range, and `/tcp`, `/udp` or `/sctp` \
            may follow.
            """,
            "Write numbers; put an IPv6 address in brackets."
        ),
        Entry(
            "manifest.invalid-project-name",
            """
            The name after `-p`, or in `COMPOSE_PROJECT_NAME`, becomes part of the names of containers, \
            networks and volumes, so it may only have lower-case letters, digits, `-` and `_`, and begins \
            with a letter or a digit.
            """,
            "Choose another name."
        ),
        Entry(
            "manifest.invalid-value",
            """
            The value has the right type and means nothing: an unknown word, a number out of range, a \
            duration without a unit.
            """,
            "The help says what is possible."
        ),
        Entry(
            "manifest.key-is-no-string",
            "Keys are strings; YAML reads this one as a number, a truth value or nothing.",
            "Put the key in quotes."
        ),
        Entry(
            "manifest.lost-spelling",
            "The value looks like text and is a number or a truth value to YAML.",
            "Put it in quotes."
        ),
    ]
}
