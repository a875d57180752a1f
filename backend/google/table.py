"""Records on the disk: gathered line by line while pages come, then made Google's own CSV.

A person who stands on two pages, because somebody wrote meanwhile, comes in once, as told last.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TextIO

import orjson

from backend.core.cells import harmless, restored
from backend.core.uploads.disk import opened_at
from backend.google.persons import SINGLE, Record

_SEVERAL: dict[str, tuple[str, ...]] = {
    "emails": ("E-mail {n} - Label", "E-mail {n} - Value"),
    "phones": ("Phone {n} - Label", "Phone {n} - Value"),
    "addresses": (
        "Address {n} - Label", "Address {n} - Formatted", "Address {n} - Street",
        "Address {n} - City", "Address {n} - PO Box", "Address {n} - Region",
        "Address {n} - Postal Code", "Address {n} - Country", "Address {n} - Extended Address",
    ),
    "websites": ("Website {n} - Label", "Website {n} - Value"),
    "relations": ("Relation {n} - Label", "Relation {n} - Value"),
    "events": ("Event {n} - Label", "Event {n} - Value"),
    "customs": ("Custom Field {n} - Label", "Custom Field {n} - Value"),
}  # fmt: skip
_ALWAYS = ("First Name", "Last Name", "E-mail 1 - Label", "E-mail 1 - Value")
"""Columns that are there also where nobody has anything in them: a reader knows the table by them,
and has somewhere to begin."""
_CUSTOM = "Custom Field"
"""Its columns go in pairs."""


def gathered_lines(records: Iterable[Record]) -> bytes:
    """Return records as they are gathered, a line each."""
    return b"".join(
        orjson.dumps([each.name, each.single, each.several], option=orjson.OPT_APPEND_NEWLINE)
        for each in records
    )


def write_table(gathered: Path, size: int, target: Path, listed: Path) -> int:
    """Write the first ``size`` bytes of what was gathered as CSV; return how many people it has.

    ``listed`` gets their names, as :func:`listed_names` reads them.

    Raises:
        OSError: the disk is full, or gone.
    """
    last: dict[str, int] = {}
    used = set(_ALWAYS)
    for place, (name, single, several) in enumerate(_lines(gathered, size)):
        last[name] = place
        used.update(_cells(single, several))
    header = [name for name in _all_columns(used) if name in used or name.startswith(_CUSTOM)]
    names = [name for name, place in sorted(last.items(), key=lambda each: each[1])]
    with opened_at(listed, 0) as descriptor, _text_of(descriptor) as text:
        text.write(orjson.dumps(names).decode())
    with opened_at(target, 0) as descriptor, _text_of(descriptor) as text:
        writer = csv.writer(text)
        writer.writerow(header)
        for place, (name, single, several) in enumerate(_lines(gathered, size)):
            if last[name] == place:
                cells = _cells(single, several)
                writer.writerow(_kept(cells.get(name, "")) for name in header)
    return len(last)


def listed_names(listed: Path) -> list[str]:
    """Return the names of the people of a table, in the order of its rows."""
    found: list[str] = orjson.loads(listed.read_bytes())
    return found


def _kept(cell: str) -> str:
    """Return a cell that is read back as it was. No spreadsheet opens this file."""
    return cell if restored(cell) == cell else harmless(cell)


def _text_of(descriptor: int) -> TextIO:
    return os.fdopen(os.dup(descriptor), "w", encoding="utf-8", newline="")


def _lines(gathered: Path, size: int) -> Iterator[tuple[str, dict[str, str], dict[str, Any]]]:
    left = size
    if not size:
        return
    with gathered.open("rb") as file:
        for line in file:
            left -= len(line)
            if left < 0:
                return
            name, single, several = orjson.loads(line)
            yield name, single, several


def _all_columns(used: set[str]) -> list[str]:
    """Return Google's columns in its order, of several values as many as somebody has."""
    columns = list(SINGLE)
    for part in _SEVERAL:
        number = 1
        while used.intersection(of_one := _columns_of(part, number)):
            columns += of_one
            number += 1
    return columns


def _cells(single: Mapping[str, str], several: Mapping[str, list[list[str]]]) -> dict[str, str]:
    """Return what a person has, by column."""
    cells = dict(single)
    for part, values in several.items():
        for number, value in enumerate(values, 1):
            titles = _columns_of(part, number)
            cells.update({title: text for title, text in zip(titles, value, strict=True) if text})
    return cells


@cache
def _columns_of(part: str, number: int) -> tuple[str, ...]:
    return tuple(title.format(n=number) for title in _SEVERAL[part])
