"""Modules of ours joined into one file, so that a browser asks once for what it always needs.

Every module becomes a function that is called once and returns what it exports, after those that it
imports. Our modules keep to what this understands: imports of one line, exports where a thing is
declared, no cycles. Modules outside ``files`` (Preact) are imported as they are.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

IMPORT = re.compile(
    r'^import (?:\{ (?P<names>[^}]+) \} from )?"(?P<path>\.[^"]+)";\n', re.MULTILINE
)
EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function\*?|class|const) (?P<name>\w+))", re.MULTILINE
)

UNKNOWN = re.compile(
    r"^(?:export (?:default|let|var|\*|\{)|import (?:\*|\w+,? from|\{$))", re.MULTILINE
)


def bundle(files: Mapping[str, str], entries: Iterable[str], place: str) -> str:
    """Return one module that does what loading the ``entries`` in their order does.

    ``files`` are the sources by path, ``place`` is the path where the result is served.

    Raises:
        graphlib.CycleError: modules import one another.
        ValueError: a module exports in a way that this does not know.
    """
    needs: dict[str, list[str]] = {}
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name not in needs:
            imported = [_resolve(name, found["path"]) for found in IMPORT.finditer(files[name])]
            needs[name] = [path for path in imported if path in files]
            waiting += needs[name]
    order = [*TopologicalSorter(needs).static_order()]
    names = {name: f"module{number}" for number, name in enumerate(order)}
    outside: dict[str, str] = {}
    parts = [_wrapped(name, files[name], names, outside) for name in order]
    base = posixpath.dirname(place)
    heads = [
        f'import * as {name} from "{_relative(path, base)}";\n' for path, name in outside.items()
    ]
    return "".join([*heads, *parts])


def _wrapped(name: str, source: str, names: dict[str, str], outside: dict[str, str]) -> str:
    def imported(found: re.Match[str]) -> str:
        path = _resolve(name, found["path"])
        given = names.get(path) or outside.setdefault(path, f"outside{len(outside)}")
        taken = (found["names"] or "").replace(" as ", ": ")
        return f"const {{ {taken} }} = {given};\n" if taken else ""

    exported = [found["name"] for found in EXPORT.finditer(source)]
    body = EXPORT.sub("", IMPORT.sub(imported, source))
    if UNKNOWN.search(body):
        raise ValueError(f"{name} imports or exports in a way that cannot be bundled")
    return (
        f"// {name}\nconst {names[name]} = (() => {{\n{body}"
        f"return {{ {', '.join(exported)} }};\n}})();\n"
    )


def _resolve(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _relative(path: str, base: str) -> str:
    relative = posixpath.relpath(path, base)
    return relative if relative.startswith(".") else f"./{relative}"
