"""An open file of contacts: its encoding and separator found, its columns understood."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from backend.imports.decoding import open_text
from backend.imports.errors import FileUnreadable
from backend.imports.mapping import ColumnPlan, plan_columns
from backend.imports.reader import RowReader


@dataclass(frozen=True, slots=True)
class Source:
    """A file whose header is read; ``rows`` gives what is below it."""

    encoding: str
    rows: RowReader
    plan: ColumnPlan
    size_bytes: int
    _file: BinaryIO

    @property
    def bytes_read(self) -> int:
        """How far the file has been read."""
        return self._file.tell()


@contextmanager
def open_source(
    path: Path, *, encoding: str | None = None, separator: str | None = None
) -> Iterator[Source]:
    """Open a file and read its header; the file is closed at the end.

    Raises:
        FileRefused: any of its kinds; the file cannot be read as a list of contacts.
    """
    with _open_regular(path) as file:
        size_bytes = file.seek(0, io.SEEK_END)
        with open_text(file, encoding) as text:
            rows = RowReader(text, separator)
            yield Source(text.encoding, rows, plan_columns(rows.header), size_bytes, file)


def _open_regular(path: Path) -> BinaryIO:
    """Open a regular file; of a pipe one would wait for its writer, a device may have no end."""
    try:
        if not path.is_file():
            raise FileUnreadable(name=path.name)
        return path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise FileUnreadable(name=path.name) from error
