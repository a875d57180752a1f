"""An open file of contacts: its kind, encoding and separator found, its columns understood."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from backend.custom_fields.rows import FieldRow
from backend.imports.conversion import Converted, converted
from backend.imports.decoding import first_mixed_line, open_text
from backend.imports.errors import FileUnreadable
from backend.imports.formats import FileFormat
from backend.imports.labelled import Labelled, labelled, pairs_of
from backend.imports.mapping import ColumnPlan, plan_columns
from backend.imports.notices import Notice, NoticeCode, header_notices
from backend.imports.reader import RefusedRow, Row, RowReader
from backend.imports.readings import ISO, Habits, habits_of
from backend.imports.signatures import SourceKind, sniff
from backend.imports.targets import Target

_SAMPLE_ROWS = 1_000
_SAMPLE_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How a file is to be read. None means: find out.

    ``sheet`` is the name of one in a workbook. ``choices`` are what columns become, by their place,
    where that is not left to guessing.
    """

    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    has_header: bool | None = None
    choices: Mapping[int, Target] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file whose header is read; ``rows`` gives what is below it, once.

    ``head`` are the first of them, as many as its columns are judged by. ``encoding`` is that of a
    text or of cards, ``separator`` that of a text; ``sheets`` are those of a workbook, and
    ``sheet`` the one that is read: empty for what has none.
    """

    kind: SourceKind
    encoding: str
    separator: str
    sheets: tuple[str, ...]
    sheet: str
    has_header: bool
    plan: ColumnPlan
    notices: tuple[Notice, ...]
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
        """How far the text has been read, that of a workbook too, of ``size_bytes``."""
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
    options: SourceOptions | None = None,
    *,
    fields: Sequence[FieldRow] = (),
    country: str = "",
    spool: Path | None = None,
) -> Iterator[Source]:
    """Open a file and read its header; the file is closed at the end.

    ``fields`` are the account's custom fields; its ``country`` decides how days and numbers are
    written where a file leaves that open. Workbooks and cards are turned into text first, which
    takes seconds for large ones; in the folder ``spool`` that text is kept for the next time.

    Raises:
        FileRefused: any of its kinds; the file cannot be read as a list of contacts.
    """
    options = options or SourceOptions()
    with ExitStack() as stack:
        file = stack.enter_context(_open_regular(path))
        kind, table = sniff(file), None
        encoding, separator = options.encoding, options.separator
        if kind is not SourceKind.CSV:
            table = stack.enter_context(
                converted(path, kind, sheet=options.sheet, encoding=encoding, spool=spool)
            )
            file = stack.enter_context(_open_regular(table.path))
            encoding, separator = "utf-8", ","
        size_bytes = file.seek(0, io.SEEK_END)
        mixed = first_mixed_line(file) if encoding is None else None
        text = stack.enter_context(open_text(file, encoding))
        has_header = True if kind is SourceKind.VCARD else options.has_header
        reader = RowReader(text, separator, has_header)
        pairs = pairs_of(reader.header)
        found = _labelled(file.name, text.encoding, reader, pairs) if pairs else None
        header = found.header(reader.header) if found else reader.header
        head = _head(found.rows(reader.first_rows()) if found else reader.first_rows())
        notices = header_notices(header, has_header=reader.has_header, is_empty=not head)
        if mixed is not None:
            notices.append(Notice(NoticeCode.ENCODING_MIXED, mixed))
        yield Source(
            kind=kind,
            encoding=_encoding(kind, text.encoding, table),
            separator=reader.separator if kind is SourceKind.CSV else "",
            sheets=table.sheets if table else (),
            sheet=table.sheet if table else "",
            has_header=reader.has_header,
            plan=plan_columns(
                header,
                options.choices,
                fields,
                rows=[row.cells for row in head if isinstance(row, Row)],
                usual=_usual(kind, reader.separator, country),
                file_format=FileFormat.VCARD if kind is SourceKind.VCARD else None,
                labelled=len(found.labels) if found else 0,
            ),
            notices=tuple(notices),
            head=head,
            size_bytes=size_bytes,
            _rest=found.rows(reader) if found else iter(reader),
            _file=file,
        )


def _labelled(
    name: str, encoding: str, reader: RowReader, pairs: tuple[tuple[int, int], ...]
) -> Labelled | None:
    """Return what the pairs of a file hold: it is read to its end for that."""
    with _open_regular(Path(name)) as again:
        text = open_text(again, encoding)
        return labelled(pairs, RowReader(text, reader.separator, has_header=True))


def _encoding(kind: SourceKind, found: str, table: Converted | None) -> str:
    if kind is SourceKind.XLSX:
        return ""
    return table.encoding if table else found


def _usual(kind: SourceKind, separator: str, country: str) -> Habits:
    """Return how numbers and days are written where the cells leave it open.

    Workbooks have them as numbers and days, which come as ISO 8601. A semicolon between cells is
    there because the comma is in the numbers; a comma between cells says it is not.
    """
    usual = habits_of(country)
    if kind is not SourceKind.CSV:
        return Habits(ISO.decimal_comma, usual.month_first)
    if separator in ",;":
        return Habits(separator == ";", usual.month_first)
    return usual


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
