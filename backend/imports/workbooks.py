"""Excel workbooks as rows of text. Runs in a process of its own: see ``conversion``.

python-calamine reads a sheet of 100,000 rows in seconds, where openpyxl takes minutes; it knows
no macros, no links and no XML entities of a file's own. What it does not do is refuse: a sheet
is as large in memory as its cells are far apart. So sizes are looked at before, and the process
has limits.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from backend.imports.errors import FileBroken, FileEmpty, FileNotText, FileTooComplex, SheetUnknown

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_UNPACKED_MEGABYTES = 600
"""Of 100,000 rows and 30 columns a workbook has about 150."""
_MAX_RATIO = 200
"""A workbook is ten to fifty times smaller than what is in it; a bomb a thousand times."""
_RATIO_FROM = 50 * 1024 * 1024
_MAX_PARTS = 10_000
_MEGABYTE = 1024 * 1024
_INSIDE = (
    ("xl/workbook.xml", ""),
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
    ("Index/Document.iwa", "numbers"),
    ("content.xml", "ods"),
)
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+(?::[A-Z]+(\d+))?"')
_DIMENSION_BYTES = 4096
_EXACT_DIGITS = 15
"""As many as a spreadsheet shows of a number."""


def check_archive(path: Path) -> None:
    """Refuse an archive that is no workbook, or one that would unpack to far too much.

    Raises:
        FileNotText, FileTooComplex, FileBroken
    """
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise FileBroken(kind="xlsx") from error
    names = {part.filename for part in parts}
    kind = next((kind for name, kind in _INSIDE if name in names), "zip")
    if kind:
        raise FileNotText(kind=kind)
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if (
        len(parts) > _MAX_PARTS
        or unpacked > MAX_UNPACKED_MEGABYTES * _MEGABYTE
        or (unpacked > _RATIO_FROM and unpacked > packed * _MAX_RATIO)
    ):
        raise FileTooComplex(maximum=MAX_UNPACKED_MEGABYTES)


def convert_workbook(path: Path, sheet: str | None, output: Path) -> dict[str, Any]:
    """Write a sheet as CSV in UTF-8, a line for each of its rows, and return what is in the file:
    the names of its sheets, and which of them was written: the one that was asked for, else the
    first that is not empty.

    Raises:
        FileNotText, FileTooComplex, FileBroken, SheetUnknown, FileEmpty
    """
    check_archive(path)
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - in its process only

    try:
        workbook = load_workbook(path)
        names = _visible_sheets(workbook)
        if sheet is not None and sheet not in names:
            raise SheetUnknown(sheet=sheet)
        for name in [sheet] if sheet is not None else names:
            found = workbook.get_sheet_by_name(name)
            if found.height or sheet is not None:
                _write(found, output)
                return {"sheets": names, "sheet": name}
    except (CalamineError, OSError, ValueError) as error:
        raise FileBroken(kind="xlsx") from error
    raise FileEmpty


def _visible_sheets(workbook: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    tables = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    visible = [each.name for each in tables if each.visible == SheetVisibleEnum.Visible]
    return visible or [each.name for each in tables]


def _write(sheet: CalamineSheet, output: Path) -> None:
    with output.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_rows(sheet))


def _rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Yield the rows of a sheet from its very first on, also where these are empty, so that they
    have the numbers that a spreadsheet shows."""
    for row in sheet.iter_rows():
        yield [cell if type(cell) is str else cell_text(cell) for cell in row]


def cell_text(cell: object) -> str:
    """Return the text of a cell: days as ISO 8601, numbers with all their digits and no more."""
    match cell:
        case None:
            return ""
        case str():
            return cell.replace("\0", "")
        case bool():
            return "true" if cell else "false"
        case int():
            return str(cell)
        case float():
            return _number_text(cell)
        case datetime():
            if cell.time() == time():
                return cell.date().isoformat()
            return cell.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
    return str(cell)


def _number_text(number: float) -> str:
    if number.is_integer() and abs(number) < 10**_EXACT_DIGITS:
        return str(int(number))  # a phone that was typed as a number
    return format(Decimal(f"{number:.{_EXACT_DIGITS}g}"), "f")
