"""Cells of tables that people open in spreadsheets: made harmless, and taken back unchanged.

A cell that starts with ``=``, ``+``, ``-``, ``@`` or a control character may run as a formula.
An apostrophe before it makes it text. Apostrophes that already lead such a text get one more,
so that ``restored(harmless(text)) == text`` for every text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from functools import lru_cache

_STARTS = r"=+\-@\x00-\x1f\x7f\uff0b\uff0d\uff1d\uff20"
_DANGEROUS = re.compile(f"'*[{_STARTS}]")
_QUOTED = re.compile(f"'+[{_STARTS}]")
_SUSPECT = frozenset("'=+-@\x7f\uff0b\uff0d\uff1d\uff20").union(map(chr, range(32)))
_DIALLED = re.compile(r"\+[0-9 ().\-/]+")


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def harmless_row(cells: Iterable[str]) -> list[str]:
    """Return the cells of a row, each harmless. Nearly all are so already."""
    return [harmless(cell) if cell and cell[0] in _SUSPECT else cell for cell in cells]


def restored(text: str) -> str:
    """Return the text that ``harmless`` was given."""
    return text[1:] if text.startswith("'") and _QUOTED.match(text) else text


def harmless_row_elsewhere(cells: Iterable[str]) -> list[str]:
    """Return the cells of a row, each harmless, with telephone numbers as other programs dial them.

    They would keep the apostrophe. A plus and digits name no function: they call nothing.
    """
    return [
        harmless(cell) if cell and cell[0] in _SUSPECT and not _DIALLED.fullmatch(cell) else cell
        for cell in cells
    ]


def format_list(items: Iterable[str]) -> str:
    """Write texts as one cell: a comma between them, quotes around those that need them."""
    return ", ".join(map(_quoted, items))


def parse_list(text: str) -> list[str]:
    """Return the texts that ``format_list`` wrote."""
    return [
        item
        for record in csv.reader(io.StringIO(text, newline=""), skipinitialspace=True)
        for item in record
        if item
    ]


@lru_cache(maxsize=4096)  # the same few labels in every row
def _quoted(item: str) -> str:
    if item == item.strip() and not any(letter in item for letter in '",\r\n'):
        return item
    return '"' + item.replace('"', '""') + '"'
