"""Check every document against schema.graphql and write the types of its variables and of its
result beside it.

python -m frontend.operations.generate            # write python -m frontend.operations.generate
--check    # only tell what is wrong or out of date
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    build_schema,
    parse,
    validate,
)

from frontend.operations import FOLDER
from frontend.operations.types import TypeWriter

SCHEMA = FOLDER.parent.parent / "schema.graphql"


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
    complaints = [
        problem
        for path in documents()
        if (problem := _update(schema, path, write=not options.check))
    ]
    print(*complaints, sep="\n", file=sys.stderr) if complaints else None
    return 1 if complaints else 0


def documents(folder: Path = FOLDER) -> list[Path]:
    """Return every document, in order."""
    return sorted(folder.rglob("*.graphql"))


def module_text(schema: GraphQLSchema, path: Path, folder: Path = FOLDER) -> str:
    """Return the module that belongs to a document.

    Raises:
        Invalid: it does not fit the schema, or does not hold one named operation.
    """
    document = _parse(path)
    if errors := validate(schema, document):
        raise Invalid(
            "\n".join(f"{path.name}:{_line_of(error)} {error.message}" for error in errors)
        )
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
    writer = TypeWriter(schema, fragments)
    writer.variables(operation, f"{name}Variables")
    writer.result(operation, name)
    relative = path.relative_to(folder).with_suffix("").as_posix()
    return _module(path.name, "\n\n".join(writer.classes.values()), path.stem, name, relative)


def _module(source: str, classes: str, variable: str, name: str, relative: str) -> str:
    names = [word for word in ("Any", "Literal", "NotRequired", "TypedDict") if word in classes]
    return (
        f'"""What {source} takes and answers.\n\n'
        'Written by `python -m frontend.operations.generate`.\n"""\n\n'
        "from __future__ import annotations\n\n"
        f"from typing import {', '.join(names)}\n\n"
        "from frontend.operations import Operation, load\n\n\n"
        f"{classes}\n\n"
        f'{variable}: Operation[{name}] = load("{relative}")\n'
    )


def _update(schema: GraphQLSchema, path: Path, *, write: bool) -> str | None:
    """Bring a document's module up to date and return what is wrong, if anything."""
    try:
        text = module_text(schema, path)
    except Invalid as problem:
        return str(problem)
    module = path.with_suffix(".py")
    if module.exists() and module.read_text(encoding="utf-8") == text:
        return None
    if not write:
        return f"{module.name} is out of date: run python -m frontend.operations.generate"
    (path.parent / "__init__.py").touch()
    module.write_text(text, encoding="utf-8")
    return None


def _parse(path: Path) -> DocumentNode:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except GraphQLSyntaxError as error:
        raise Invalid(f"{path.name}: {error.message}") from error


def _line_of(error: object) -> int:
    locations = getattr(error, "locations", None)
    return locations[0].line if locations else 0


if __name__ == "__main__":
    sys.exit(main())
