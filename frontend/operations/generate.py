"""Check every document against schema.graphql and write the types of its variables and of its
result beside it; the inputs that several documents take are written once, into `inputs.py`.

python -m frontend.operations.generate            # write
python -m frontend.operations.generate --check    # only tell what is wrong or out of date
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    Source,
    build_schema,
    parse,
    validate,
)

from frontend.operations import FOLDER, shared_fragments, spread
from frontend.operations.types import TypeWriter

SCHEMA = FOLDER.parent.parent / "schema.graphql"
LINE_LENGTH = 100


class Invalid(Exception):
    """A document that the schema does not allow; the message says where and why."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 when a document is wrong, or with `--check` a module out of date."""
    parser = argparse.ArgumentParser(
        prog="python -m frontend.operations.generate", description=__doc__
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when a module is out of date"
    )
    parser.add_argument("--schema", type=Path, default=SCHEMA, help="the SDL to check against")
    options = parser.parse_args(arguments)
    if not options.schema.exists():
        print(
            f"There is no {options.schema.name} yet; nothing was checked or written.",
            file=sys.stderr,
        )
        return 0
    schema = build_schema(options.schema.read_text(encoding="utf-8"))
    complaints = update(schema, write=not options.check)
    print(*complaints, sep="\n", file=sys.stderr) if complaints else None
    return 1 if complaints else 0


def documents(folder: Path = FOLDER) -> list[Path]:
    """Return every document of an operation, in order."""
    return sorted(folder.glob("*/*.graphql"))


def update(schema: GraphQLSchema, folder: Path = FOLDER, *, write: bool) -> list[str]:
    """Bring every module up to date, or only look, and return what is wrong."""
    complaints: list[str] = []
    users: Counter[str] = Counter()
    found = documents(folder)
    for path in found:
        try:
            users.update(_write_types(schema, path, folder)[1].inputs)
        except Invalid as problem:
            complaints.append(str(problem))
    complaints += [f"fragment {name}: nothing spreads it" for name in _unused(folder, found)]
    if complaints:
        return complaints
    shared = {name for name, uses in users.items() if uses > 1}
    texts = {path.with_suffix(".py"): module_text(schema, path, folder, shared) for path in found}
    if shared:
        texts[folder / "inputs.py"] = inputs_text(schema, shared)
    outdated = [
        module
        for module, text in texts.items()
        if not module.exists() or module.read_text(encoding="utf-8") != text
    ]
    if not write:
        command = "python -m frontend.operations.generate"
        return [f"{module.name} is out of date: run {command}" for module in outdated]
    for module in outdated:
        (module.parent / "__init__.py").touch()
        module.write_text(texts[module], encoding="utf-8")
    return []


def _unused(folder: Path, found: list[Path]) -> list[str]:
    """Return the shared fragments that no document needs."""
    shared = shared_fragments(folder)
    used = {name for path in found for name in spread(path.read_text(encoding="utf-8"), shared)}
    return sorted(shared.keys() - used)


def inputs_text(schema: GraphQLSchema, names: Collection[str]) -> str:
    """Return the module of the inputs that several documents take."""
    writer = TypeWriter(schema, {})
    for name in sorted(names):
        writer.input(name)
    # One line apart: there are many, and most are short.
    return _module("What several operations take.", "", "\n".join(writer.classes.values()))


def module_text(
    schema: GraphQLSchema, path: Path, folder: Path = FOLDER, shared: Collection[str] = ()
) -> str:
    """Return the module that belongs to a document; the ``shared`` inputs are imported.

    Raises:
        Invalid: it does not fit the schema, or does not hold one named operation.
    """
    name, writer = _write_types(schema, path, folder, shared)
    classes = "\n\n".join(writer.classes.values())
    imported = ["from frontend.operations import Operation, load"]
    if writer.imported:
        imported.append(_import("frontend.operations.inputs", sorted(writer.imported)))
    relative = path.relative_to(folder).with_suffix("").as_posix()
    variable = f'\n\n{path.stem}: Operation[{name}] = load("{relative}")\n'
    return _module(f"What {path.name} takes and answers.", "\n".join(imported), classes + variable)


def _write_types(
    schema: GraphQLSchema, path: Path, folder: Path, shared: Collection[str] = ()
) -> tuple[str, TypeWriter]:
    """Return the name of a document's operation and its types."""
    document = _parse(path, folder)
    if errors := validate(schema, document):
        raise Invalid("\n".join(f"{_place_of(error)} {error.message}" for error in errors))
    operations = [
        node for node in document.definitions if isinstance(node, OperationDefinitionNode)
    ]
    if len(operations) != 1 or operations[0].name is None:
        raise Invalid(f"{path.name}: one operation with a name, please")
    (operation,) = operations
    fragments = {
        n.name.value: n for n in document.definitions if isinstance(n, FragmentDefinitionNode)
    }
    name = operation.name.value if operation.name else ""
    writer = TypeWriter(schema, fragments, shared)
    writer.variables(operation, f"{name}Variables")
    writer.result(operation, name)
    return name, writer


def _module(about: str, imports: str, body: str) -> str:
    names = [word for word in ("Any", "Literal", "NotRequired", "TypedDict") if word in body]
    head = (
        f'"""{about}\n\nWritten by `python -m frontend.operations.generate`.\n"""\n\n'
        f"from __future__ import annotations\n\nfrom typing import {', '.join(names)}\n\n"
    )
    return f"{head}{imports}\n\n\n{body}" if imports else f"{head}\n{body}"


def _import(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= LINE_LENGTH:
        return line
    return f"from {module} import (\n" + "".join(f"    {name},\n" for name in names) + ")"


def _parse(path: Path, folder: Path) -> DocumentNode:
    """Return a document together with the shared fragments that it needs."""
    text = path.read_text(encoding="utf-8")
    shared = shared_fragments(folder)
    sources = [Source(text, path.name)]
    sources += [Source(shared[name], f"fragment {name}") for name in spread(text, shared)]
    try:
        parsed = [parse(source) for source in sources]
    except GraphQLSyntaxError as error:
        raise Invalid(f"{_place_of(error)} {error.message}") from error
    return DocumentNode(definitions=tuple(node for each in parsed for node in each.definitions))


def _place_of(error: GraphQLError) -> str:
    """Return where a document is wrong: `read_contact.graphql:7`."""
    source = error.source.name if error.source else ""
    return f"{source}:{error.locations[0].line if error.locations else 0}"


if __name__ == "__main__":
    sys.exit(main())
