"""Rows of cells as bytes: separators, quotes and line ends as RFC 4180 has them, in UTF-8."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from backend.contacts.rows import ContactRow
from backend.exports.options import ExportOptions

Cells = list[str]


class Table:
    """A file of rows, the first of which names the columns."""

    def __init__(
        self,
        options: ExportOptions,
        header: Sequence[str],
        row: Callable[[ContactRow], Cells],
    ) -> None:
        self._options = options
        self._header = header
        self._row = row

    def head(self) -> bytes:
        """Return the byte order mark, if there is one, and the names of the columns."""
        mark = codecs.BOM_UTF8 if self._options.byte_order_mark else b""
        return mark + self._encoded([self._header])

    def body(self, contacts: Sequence[ContactRow]) -> bytes:
        """Return the rows of some contacts."""
        return self._encoded(map(self._row, contacts))

    def _encoded(self, rows: Iterable[Sequence[str]]) -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=self._options.separator.character).writerows(rows)
        return text.getvalue().encode()


def numbered(names: Sequence[str], count: int) -> Iterator[str]:
    """Yield the columns of each of ``count`` values, ``{n}`` in their names being its number."""
    return (name.format(n=number) for number in range(1, count + 1) for name in names)


def pad(cells: Cells, count: int) -> None:
    """Add empty cells, for the values that a contact has not."""
    cells += [""] * count
