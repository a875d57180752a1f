"""Read a text as rows of cells, one at a time, and go on after a row that cannot be read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from backend.imports.contents import looks_like_data
from backend.imports.dialect import detect_separator
from backend.imports.errors import (
    BrokenQuotes,
    FileEmpty,
    HeaderUnreadable,
    RowRefused,
    RowTooLong,
    TooManyCells,
    TooManyColumns,
)
from backend.imports.headers import understand
from backend.imports.lines import MAX_ROW_CHARACTERS, Lines

MAX_COLUMNS = 800
"""Our own export of contacts with fifty e-mails, phones and addresses has 660, and a hundred
custom fields at most."""
_BLANK_BEFORE_HEADER = 10_000
"""Rows with nothing in them before a file is thought empty: a hundred megabytes take minutes."""
_BLANK_AMONG_FIRST = 10_000
"""Rows with nothing in them before the first rows of a file are thought to be over."""
_KEPT_OF_BROKEN_ROW = 2_000
_REREAD_CHARACTERS = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """A row as wide as the header. ``number`` counts rows as a spreadsheet does, the header is 1;
    ``line`` is where it starts in the file."""

    number: int
    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that stays out, with its cells as far as they could be told apart."""

    number: int
    line: int
    cells: list[str]
    refusal: RowRefused


class _RowTooLong(Exception):
    """Raised through the csv reader when a row grows beyond the limit."""


class _Feed:
    """Hands lines to the csv reader and remembers those of the current row."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._size = 0
        self.taken: list[str] = []

    def restart(self) -> None:
        self.taken = []
        self._size = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._lines.read()
        if not line:
            raise StopIteration
        self.taken.append(line)
        self._size += len(line)
        if self._size > MAX_ROW_CHARACTERS:
            raise _RowTooLong
        return line


class RowReader:
    """Iterates over the rows below the header.

    ``has_header`` says whether the first row names the columns; None: find out. Where it does not,
    it is the first of the rows, and the columns are called by their number. The memory it takes
    does not depend on the length of the file.

    Raises, when made:
        FileEmpty: there is no header.
        HeaderUnreadable, TooManyColumns: there is one, and it cannot be used.
        SeparatorInvalid: ``separator`` cannot be one.
    """

    def __init__(
        self, text: TextIO, separator: str | None = None, has_header: bool | None = None
    ) -> None:
        self._lines = Lines(text)
        self.separator = detect_separator(self._lines, separator)
        self._feed = _Feed(self._lines)
        self._csv = csv.reader(self._feed, delimiter=self.separator, strict=True)
        self._reread = 0
        self._number = 0
        self._widths: frozenset[int] = frozenset()
        self._first: Row | None = None
        self._first_read = False
        self.header = self._read_header(has_header)

    @property
    def has_header(self) -> bool:
        """Whether the first row names the columns."""
        return self._first is None

    def __iter__(self) -> Iterator[Row | RefusedRow]:
        return self._rows(None)

    def first_rows(self) -> Iterator[Row | RefusedRow]:
        """Return rows up to a long run of blank ones; those behind it come by iterating again."""
        return self._rows(_BLANK_AMONG_FIRST)

    def _rows(self, most_blank: int | None) -> Iterator[Row | RefusedRow]:
        if self._first is not None and not self._first_read:
            self._first_read = True
            yield self._first
        blank = 0
        while blank != most_blank and (record := self._next_record()) is not None:
            self._number += 1
            row = record if isinstance(record, RefusedRow) else self._fitted(*record)
            if row is not None:
                blank = 0
                yield row
            else:
                blank += 1
                self._number += self._lines.skip_blank(self.separator)

    def _fitted(self, line: int, cells: list[str]) -> Row | RefusedRow | None:
        """Return cells as a row as wide as the header, None when there is nothing in them."""
        width = len(self.header)
        if len(cells) < width:
            # Excel leaves out empty cells at the end of a row.
            cells.extend([""] * (width - len(cells)))
        elif len(cells) > width:
            if any(map(str.strip, cells[width:])):
                refusal = TooManyCells(cells=len(cells), columns=width)
                return RefusedRow(self._number, line, cells, refusal)
            del cells[width:]
        return Row(self._number, line, cells) if any(map(str.strip, cells)) else None

    def _read_header(self, has_header: bool | None) -> list[str]:
        while (record := self._next_record()) is not None:
            self._number += 1
            if isinstance(record, RefusedRow):
                raise HeaderUnreadable(row=self._number)
            line, cells = record
            width = len(cells)
            while cells and not cells[-1].strip():
                cells.pop()
            if len(cells) > MAX_COLUMNS:
                raise TooManyColumns(columns=len(cells), maximum=MAX_COLUMNS, row=self._number)
            if not cells:
                if self._number >= _BLANK_BEFORE_HEADER:
                    break
                continue
            if has_header is None:
                has_header = not looks_like_data(cells, understand)
            self._widths = frozenset({len(cells), width})
            if has_header:
                return cells
            width = min(width, MAX_COLUMNS)
            self._first = Row(self._number, line, cells + [""] * (width - len(cells)))
            return [f"Column {place}" for place in range(1, width + 1)]
        raise FileEmpty

    def _next_record(self) -> tuple[int, list[str]] | RefusedRow | None:
        self._feed.restart()
        line = self._lines.number + 1
        try:
            return line, next(self._csv)
        except StopIteration:
            return None
        except csv.Error:
            kept = self._skip_broken_row()
            refusal: RowRefused = BrokenQuotes(lines=self._lines.number + 1 - line)
        except _RowTooLong:
            kept = self._skip_broken_row()
            lines = self._lines.number + 1 - line
            refusal = RowTooLong(maximum=MAX_ROW_CHARACTERS, lines=lines)
        return RefusedRow(self._number + 1, line, [kept], refusal)

    def _skip_broken_row(self) -> str:
        """Move to the next line that is a whole row by itself; return the start of what is skipped.

        An opened quote takes the rows below with it until the next quote, or to the end of the
        file. Those are still good: reading goes on at the first of them. What is read twice
        this way is limited, or a file made for it would take hours.
        """
        first, *others = self._feed.taken
        if self._reread < _REREAD_CHARACTERS:
            for index, line in enumerate(others):
                if self._is_whole_row(line):
                    again = others[index:]
                    self._reread += sum(map(len, again))
                    self._lines.push_back(again)
                    return "".join([first, *others[:index]])[:_KEPT_OF_BROKEN_ROW]
        if sum(map(len, self._feed.taken)) > MAX_ROW_CHARACTERS:
            self._skip_long_row()
        return "".join([first, *others])[:_KEPT_OF_BROKEN_ROW]

    def _skip_long_row(self) -> None:
        """Leave the inside of a cell that goes on and on, without keeping any of it."""
        while line := self._lines.read():
            if self._is_whole_row(line):
                self._lines.push_back([line])
                return

    def _is_whole_row(self, line: str) -> bool:
        if len(line) > MAX_ROW_CHARACTERS:
            return False
        try:
            cells = next(csv.reader([line], delimiter=self.separator, strict=True), [])
        except csv.Error:
            return False
        return len(cells) in self._widths
