"""Checks schema/manifest.schema.json with a validator: against the repository's manifests, and the corpus where it is."""

import json
import re
import sys
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared/corpus/compose/open"
DEFAULTS = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]

# Files of valid projects that the schema rightly refuses: by case and file, with the reason.
EXCEPTIONS = {
    "cg-override-partial/override.yaml": "a fragment: the condition of the dependency stands in the file below it",
}


class Loader(yaml.CSafeLoader):
    """Reads YAML as editors do: by the core schema of version 1.2, with merge keys."""

    yaml_implicit_resolvers = {}


class UnknownTag(Exception):
    """A tag that no schema can know of."""


def _resolver(tag, pattern, first):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


_resolver("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""])
_resolver("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF"))
_resolver("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789"))
_resolver(
    "float",
    r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
    list("-+0123456789."),
)
_resolver("merge", r"^<<$", ["<"])


def _int(loader, node):
    text = node.value
    for prefix, base in (("0o", 8), ("0x", 16)):
        if text.startswith(prefix):
            return int(text[2:], base)
    return int(text)


def _unknown(loader, suffix, node):
    raise UnknownTag(node.tag)


Loader.add_constructor("tag:yaml.org,2002:int", _int)
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value.lower().replace(".inf", "inf").replace(".nan", "nan")))
Loader.add_multi_constructor("!", _unknown)


def documents(path):
    with open(path, "rb") as file:
        return [_json(document) for document in yaml.load_all(file, Loader=Loader) if document is not None]


def _json(value):
    if isinstance(value, dict):
        return {_key(key): _json(item) for key, item in value.items()}
    return [_json(item) for item in value] if isinstance(value, list) else value


def _key(key):
    return json.dumps(key) if isinstance(key, (bool, int, float)) or key is None else str(key)


def problem(validator, path):
    """What the schema has against a file, or None."""
    for document in documents(path):
        error = jsonschema.exceptions.best_match(validator.iter_errors(document))
        if error is not None:
            place = ".".join(str(part) for part in error.absolute_path)
            return f"{place}: {error.message[:160]}"
    return None


def files_of(case):
    about = json.loads((case / "case.json").read_text())
    directory = case / (about.get("project_directory") or "") if not about["files"] else case
    names = about["files"] or [name for name in DEFAULTS if (directory / name).exists()][:1]
    return [case / name for name in names], about["oracle"]["class"]


class Tally:
    def __init__(self):
        self.taken = self.excepted = self.tagged = self.failed = 0

    def check(self, validator, path, shown):
        reason = EXCEPTIONS.get(shown)
        try:
            found = problem(validator, path)
        except UnknownTag:
            self.tagged += 1
            return
        except yaml.YAMLError as error:
            found = f"cannot be read: {str(error).splitlines()[0]}"
        if found is None:
            self.taken += 1
            if reason:
                print(f"error: {shown} is listed as an exception, but the schema takes it", file=sys.stderr)
                self.failed += 1
        elif reason:
            self.excepted += 1
        else:
            print(f"error: {shown}: {found}", file=sys.stderr)
            self.failed += 1


def main():
    schema = json.loads((ROOT / "schema/manifest.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)

    own = Tally()
    for pattern in ("examples/**/compose*.y*ml", "examples/**/manifold*.y*ml", "Tests/GoldenTests/cases/*/*.yaml"):
        for path in sorted(ROOT.glob(pattern)):
            if path.parent.name.startswith("bad-"):
                continue
            own.check(validator, path, str(path.relative_to(ROOT)))
    print(f"schema: takes {own.taken} manifests of the repository")
    failed = own.failed

    if not CORPUS.is_dir():
        print("schema: the corpus is not beside the repository, so its manifests are not checked")
        return 1 if failed else 0
    valid, refused, invalid = Tally(), 0, 0
    for case in sorted(CORPUS.iterdir()):
        files, kind = files_of(case)
        for path in files:
            if not path.exists():
                continue
            if kind in ("ok", "newer"):
                valid.check(validator, path, str(path.relative_to(CORPUS)))
            elif kind == "invalid" and len(files) == 1:
                invalid += 1
                try:
                    refused += problem(validator, path) is not None
                except (UnknownTag, yaml.YAMLError, ValueError, RecursionError):
                    refused += 1
    print(
        f"schema: takes {valid.taken} files of valid projects of the corpus ({valid.excepted} excepted, {valid.tagged} left"
        f" out for tags that no schema knows); refuses {refused} of {invalid} invalid ones"
    )
    return 1 if failed + valid.failed else 0


if __name__ == "__main__":
    sys.exit(main())
