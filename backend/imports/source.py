"""An open file of contacts: its encoding and separator found, its columns understood."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from backend.custom_fields.rows import FieldRow
from backend.imports.decoding import open_text
from backend.imports.errors import FileUnreadable
from backend.imports.mapping import ColumnPlan, plan_columns
from backend.imports.reader import RefusedRow, Row, RowReader
from backend.imports.targets import Target

_SAMPLE_ROWS = 1_000
_SAMPLE_CHARACTERS = 1_000_000


class SourceKind(StrEnum):
    """The kinds of files that contacts are read from."""

    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Source:
    """A file whose header is read; ``rows`` gives what is below it, once.

    ``head`` are the first of them, as many as its columns are judged by. ``encoding`` and
    ``separator`` are those of a text, found or chosen.
    """

    kind: SourceKind
    encoding: str
    separator: str
    plan: ColumnPlan
    head: tuple[Row | RefusedRow, ...]
    size_bytes: int
    _rest: Iterator[Row | RefusedRow]
    _file: BinaryIO

    @property
    def rows(self) -> Iterator[Row | RefusedRow]:
        """Every row below the header, in the order of the file."""
        yield from self.head
        yield from self._rest

    @property
    def bytes_read(self) -> int:
        """How far the file has been read."""
        return self._file.tell()

    def preview(self, count: int = 10) -> list[list[str]]:
        """Return the cells of the first rows that could be read."""
        return [row.cells for row in self.head if isinstance(row, Row)][:count]

    def samples(self, place: int, count: int = 3) -> list[str]:
        """Return the first cells of a column that are not blank."""
        cells = (row.cells[place] for row in self.head if isinstance(row, Row))
        return [cell for cell in cells if cell.strip()][:count]


@contextmanager
def open_source(
    path: Path,
    *,
    encoding: str | None = None,
    separator: str | None = None,
    choices: Mapping[int, Target] | None = None,
    fields: Sequence[FieldRow] = (),
) -> Iterator[Source]:
    """Open a file and read its header; the file is closed at the end.

    ``choices`` are what columns become where that is not left to guessing; ``fields`` are the
    account's custom fields.

    Raises:
        FileRefused: any of its kinds; the file cannot be read as a list of contacts.
    """
    with _open_regular(path) as file:
        size_bytes = file.seek(0, io.SEEK_END)
        with open_text(file, encoding) as text:
            reader = RowReader(text, separator)
            rows = iter(reader)
            head = _head(rows)
            plan = plan_columns(reader.header, choices, fields)
            yield Source(
                kind=SourceKind.CSV,
                encoding=text.encoding,
                separator=reader.separator,
                plan=plan,
                head=head,
                size_bytes=size_bytes,
                _rest=rows,
                _file=file,
            )


def _head(rows: Iterator[Row | RefusedRow]) -> tuple[Row | RefusedRow, ...]:
    head: list[Row | RefusedRow] = []
    characters = 0
    while len(head) < _SAMPLE_ROWS and characters < _SAMPLE_CHARACTERS:
        row = next(rows, None)
        if row is None:
            break
        head.append(row)
        characters += sum(map(len, row.cells))
    return tuple(head)


def _open_regular(path: Path) -> BinaryIO:
    """Open a regular file; of a pipe one would wait for its writer, a device may have no end."""
    try:
        if not path.is_file():
            raise FileUnreadable(name=path.name)
        return path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise FileUnreadable(name=path.name) from error
