"""A section as JSON: one list, a row a line."""

from __future__ import annotations

from typing import IO

import orjson

from backend.privacy.copies.sections import Section


def write_json(section: Section, target: IO[bytes]) -> None:
    """Write all rows of a section."""
    between = b"[\n"
    for row in section.rows():
        target.write(between + orjson.dumps(row))
        between = b",\n"
    target.write(b"[]\n" if section.count == 0 else b"\n]\n")
