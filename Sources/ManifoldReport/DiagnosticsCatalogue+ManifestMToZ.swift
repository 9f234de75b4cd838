// Written by scripts/check-diagnostics.sh --update from docs/diagnostics.md.
// swift-format-ignore-file
extension DiagnosticsCatalogue {
    static let manifestMToZ: [Entry] = [
        Entry(
            "manifest.merge-mismatch",
            """
            Two files, or a service and the one that it extends, write the same key in forms that cannot be \
            merged: a mapping and a list, a mapping and a text.
            """,
            """
            Write both in the same form, or put `!override` before the later one, which then takes the \
            place of the earlier.
            """
        ),
        Entry(
            "manifest.merge-too-large",
            """
            Files and services that are merged multiply: many services that extend one with long lists come \
            to many more entries than stand in the files.
            """,
            "Let fewer services extend one with long lists."
        ),
        Entry(
            "manifest.misplaced-key",
            "A key of a service stands at the depth of the services' names, so that it would be a service itself.",
            "Indent it deeper, below the name of its service."
        ),
        Entry(
            "manifest.missing-key",
            """
            A mapping lacks a key that it cannot do without, such as `type` and `target` in the long syntax \
            of `volumes`.
            """,
            "Add the key, or use the short syntax."
        ),
        Entry(
            "manifest.misspelt-extension",
            "Keys that begin with `x-` are left to other tools, and none of them is an error.",
            "Correct the spelling; a key that is meant for another tool needs a name that is less like it."
        ),
        Entry(
            "manifest.networks-with-mode",
            "`network_mode` says that a container has no networks of its own, and `networks` names some.",
            "Keep one of them."
        ),
        Entry(
            "manifest.no-content",
            """
            A config or a secret needs exactly one of `file` and `environment`, a config also can have \
            `content`.
            """,
            "Say where the content is."
        ),
        Entry(
            "manifest.no-home",
            "A path begins with `~`, and the variable `HOME` is not set where manifold runs.",
            "Set `HOME`, or write the path in full."
        ),
        Entry(
            "manifest.no-image",
            "Each service runs an image.",
            "Name the image, or say with `build` how it is made."
        ),
        Entry(
            "manifest.no-project-name",
            """
            There is no `-p` and no `name`, and the directory's name has no letter and no digit that could \
            serve as a name.
            """,
            "Add a top-level `name`."
        ),
        Entry(
            "manifest.no-such-base",
            "`extends` names a service that its file does not have.",
            "Correct the name, or name the `file` that has the service."
        ),
        Entry(
            "manifest.not-found",
            """
            No manifest is in the working directory or in one above it: `manifold.yaml`, `manifold.yml`, \
            `compose.yaml`, `compose.yml`, `docker-compose.yaml` or `docker-compose.yml`.
            """,
            "Go to the right directory, or name the file with `-f`."
        ),
        Entry(
            "manifest.obsolete-version",
            "Compose files once had a version.",
            "Remove the line."
        ),
        Entry(
            "manifest.odd-name",
            """
            An entry of a list of `NAME=value` has no name, or a space before its `=`, which becomes part \
            of the name.
            """,
            "Write `NAME=value` without spaces around the `=`."
        ),
        Entry(
            "manifest.old-boolean",
            "`yes`, `on`, `no` and `off` are truth values in YAML 1.1 and plain words in YAML 1.2.",
            "Write `true` or `false`."
        ),
        Entry(
            "manifest.old-external-name",
            "An external network or volume once had its name below `external`.",
            "Write `external: true` and `name: …` side by side."
        ),
        Entry(
            "manifest.part-of-other-mount",
            "`bind`, `volume` and `tmpfs` belong to mounts of these types and say nothing about others.",
            "Remove the part, or correct `type`."
        ),
        Entry(
            "manifest.platform-not-built",
            "`platform` says what the service runs on, and `build.platforms` does not have it.",
            "Add the platform to `build.platforms`."
        ),
        Entry(
            "manifest.repeated-entry",
            "A list has the same entry twice.",
            "Remove the entry that you do not want."
        ),
        Entry(
            "manifest.required-variable",
            """
            `${NAME:?message}` and `${NAME?message}` ask for a variable that must be set; the message is \
            the author's.
            """,
            "Set the variable in the environment, in `.env` or in a file of `--env-file`."
        ),
        Entry(
            "manifest.several-candidates",
            "A directory has more than one file that could be the manifest.",
            "Remove the others, or name one with `-f`."
        ),
        Entry(
            "manifest.several-contents",
            "A config or a secret says twice where its content is.",
            "Keep one of the keys."
        ),
        Entry(
            "manifest.shell-operator",
            "A command that is written as a string is split into words, but no shell runs it:",
            """
            Write `["sh", "-c", "migrate && serve"]`.
            """
        ),
        Entry(
            "manifest.source-of-tmpfs",
            "A tmpfs is memory and has no source.",
            "Remove `source`, or write `type: volume`."
        ),
        Entry(
            "manifest.ssh-key-without-path",
            "`build.ssh` names a key without its path.",
            "Write `NAME=PATH`."
        ),
        Entry(
            "manifest.too-many-files",
            "A manifest includes and extends more than 1,000 files.",
            "Look for a file that includes itself under another name, such as through a link."
        ),
        Entry(
            "manifest.too-much-text",
            """
            The files of a manifest, env files included, come to more than 128 MiB together, or env files \
            to more than 32 MiB, each counted as often as a service names it.
            """,
            "Look for a long file that is included, or read as an env file, over and over."
        ),
        Entry(
            "manifest.too-many-ports",
            "Ranges of ports are made into single ports.",
            "Publish what is used."
        ),
        Entry(
            "manifest.too-many-replicas",
            "A service may have 10,000 containers.",
            "Write a smaller number."
        ),
        Entry(
            "manifest.two-dockerfiles",
            "A build has both `dockerfile`, a path, and `dockerfile_inline`, the text itself.",
            "Keep one of them."
        ),
        Entry(
            "manifest.two-names",
            "A network or a volume has both `name` and the old `external.name`, and they differ.",
            "Keep `name`, with `external: true`."
        ),
        Entry(
            "manifest.two-values",
            """
            The same thing is set in two places to different values: `scale` and `deploy.replicas`, or a \
            limit of the service and one of `deploy.resources.limits`.
            """,
            "Keep one of the two."
        ),
        Entry(
            "manifest.undeclared",
            """
            A service uses a network, volume, config or secret that the manifest does not declare at the \
            top level, or depends on a service that does not exist.
            """,
            "Declare it; `NAME: {}` is enough for a network or a volume."
        ),
        Entry(
            "manifest.unknown-key",
            """
            The key means nothing at this place: a misspelling, or a key that stands too far to the left or \
            to the right.
            """,
            "Keys for other tools begin with `x-`, and are accepted everywhere."
        ),
        Entry(
            "manifest.unknown-mount-option",
            "Compose leaves an unknown option of a mount out. manifold does the same, and says so.",
            "Remove the option."
        ),
        Entry(
            "manifest.unreadable",
            "The manifest cannot be read.",
            "Check the path and its permissions."
        ),
        Entry(
            "manifest.unreadable-content",
            "The file of a config or a secret cannot be read.",
            "Make the file, or correct the path, which is relative to the manifest's directory."
        ),
        Entry(
            "manifest.unreadable-env-file",
            "An env file of a service, or one of `--env-file`, cannot be read.",
            "Make the file."
        ),
        Entry(
            "manifest.unreadable-reference",
            "A file that `extends` or `include` names cannot be read.",
            "Correct the path."
        ),
        Entry(
            "manifest.unset-variable",
            "The manifest reads a variable that is not set and has no default.",
            "Set it, give it a default, or write `$$` where a dollar sign is meant."
        ),
        Entry(
            "manifest.value-too-long",
            """
            A value is longer than four million bytes with its variables put in, or an env file than \
            sixteen million.
            """,
            "Pass large contents as files, through `configs` or a mount."
        ),
        Entry(
            "manifest.watch-without-target",
            """
            An entry of `develop.watch` copies files into the container (`sync`, `sync+restart`, \
            `sync+exec`) and does not say where to.
            """,
            "Add `target:"
        ),
        Entry(
            "manifest.wrong-type",
            "A value is a list where a mapping is wanted, a number where a string is wanted, and so on.",
            "The help says what to write."
        ),
    ]
}
