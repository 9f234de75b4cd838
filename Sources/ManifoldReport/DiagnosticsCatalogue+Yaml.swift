// Written by scripts/check-diagnostics.sh --update from docs/diagnostics.md.
// swift-format-ignore-file
extension DiagnosticsCatalogue {
    static let yaml: [Entry] = [
        Entry(
            "yaml.alias-expansion",
            "An alias (`*name`) stands for the whole value of its anchor (`&name`).",
            "Write the repeated values out, or let fewer of them hold aliases themselves."
        ),
        Entry(
            "yaml.complex-key",
            "YAML allows a list or a mapping as a key; no manifest has a use for one.",
            "Put quotes around text that begins with `{` or `[`, or write the key as plain text."
        ),
        Entry(
            "yaml.control-character",
            "The file holds a character that YAML does not allow: a NUL byte or another control character.",
            "Take the character out."
        ),
        Entry(
            "yaml.directive",
            """
            A line that begins with `%` is a directive to YAML readers, which know `%YAML` and `%TAG` and \
            nothing else.
            """,
            "Take the line away."
        ),
        Entry(
            "yaml.document-end",
            """
            Something stands behind the end of the document: behind `...`, or behind a list or mapping in \
            brackets that is all of the top level.
            """,
            "Take the line `...` away."
        ),
        Entry(
            "yaml.duplicate-key",
            "One mapping gives the same key twice.",
            "Keep one of the two, or join their values."
        ),
        Entry(
            "yaml.encoding",
            "The file is not UTF-8.",
            "Save the file as UTF-8."
        ),
        Entry(
            "yaml.hard-space",
            """
            Before the text of a line stands a character that looks like a space and is another one, mostly \
            the no-break space U+00A0.
            """,
            "Replace it by plain spaces."
        ),
        Entry(
            "yaml.indentation",
            """
            A line stands at a depth that belongs to nothing around it, or the line above it cannot have \
            anything below it because it has a value already.
            """,
            "Give the line as many spaces as the other lines of its block."
        ),
        Entry(
            "yaml.merge-conflict",
            """
            Git could not merge two versions of the file and left both, between lines of `<<<<<<<`, \
            `=======` and `>>>>>>>`.
            """,
            "Keep one of the versions, or join them, and take the lines with the marks away."
        ),
        Entry(
            "yaml.merge-value",
            "`<<` takes the entries of other mappings into this one.",
            "Name a mapping, as in `<<: *base` or `<<: [*base, *logging]`."
        ),
        Entry(
            "yaml.missing-colon",
            "A line among keys has no colon, or its colon has no space behind it, so that it is text and no key.",
            "Write `key: value` with a space, `key:` before a block, or `- item` in a list."
        ),
        Entry(
            "yaml.missing-space",
            "A line of a list begins with a dash that has no space behind it, so that it is text and no item.",
            "Write a space behind the dash."
        ),
        Entry(
            "yaml.quoting",
            """
            A value has a character in it that means something to YAML: `: ` ends a key, `*` begins an \
            alias, `&` an anchor, `!` a tag, `|` and `>` a block of text; `@`, `%` and `` ` `` are \
            reserved; a backslash between double quotes begins an escape sequence; and behind a closing \
            quote or bracket nothing more may follow.
            """,
            "Put quotes around the whole value."
        ),
        Entry(
            "yaml.recursive-alias",
            "An alias stands inside the value that it repeats, so the value would have no end.",
            "Give the anchor to a value that does not hold the alias."
        ),
        Entry(
            "yaml.syntax",
            """
            The text is no YAML, in a way that is too rare for words of its own: the message is that of \
            libyaml, which reads the files.
            """,
            "Look at these places."
        ),
        Entry(
            "yaml.tab",
            "A tab stands where YAML counts spaces to find out what belongs to what.",
            "Indent with spaces, and let the editor write spaces for the tab key in YAML files."
        ),
        Entry(
            "yaml.tag-value",
            """
            A standard tag (`!!int`, `!!float`, `!!bool`, `!!null`) stands before a value that is none of \
            its kind.
            """,
            "Take the tag away, or write `!!str` to keep the text as it is."
        ),
        Entry(
            "yaml.too-deep",
            "More than 200 lists and mappings stand inside one another.",
            "Close the brackets, or take levels away."
        ),
        Entry(
            "yaml.too-large",
            "The file has more than 64 MiB.",
            "Move large contents to files of their own and name those in the manifest."
        ),
        Entry(
            "yaml.too-many-directives",
            "More than 100 lines begin with `%`.",
            "Take the directives away."
        ),
        Entry(
            "yaml.unclosed",
            "A quote or a bracket is opened and not closed, or a comma is missing between two items in brackets.",
            "Close it."
        ),
        Entry(
            "yaml.unknown-anchor",
            """
            An alias (`*name`) repeats the value of an anchor (`&name`) that stands further up in the same \
            file, and there is none.
            """,
            "Correct the name, or put the anchor before the value."
        ),
    ]
}
