"""The report of rows that stayed out, or came in without a cell: why, and their own cells."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from backend.core.cells import harmless
from backend.core.errors import Refusal
from backend.imports.errors import ReportUnwritable

REPORT_COLUMNS = (
    "Import row",
    "Import line",
    "Import outcome",
    "Import reason",
    "Import column",
    "Import detail",
)


class RejectsReport:
    """A CSV of rows with faults; made by :func:`open_report`.

    The reasons come first, so that rows with too many cells do not push them aside; a corrected
    file can be imported again as it is.
    """

    def __init__(self, file: TextIO | None, separator: str) -> None:
        self.count = 0
        self._file = file
        self._separator = separator

    def add(
        self,
        number: int,
        line: int,
        cells: Sequence[str],
        refusal: Refusal,
        text: str = "",
        *,
        imported: bool = False,
    ) -> None:
        """Write one row that stayed out, or was ``imported`` without the cell at fault.

        ``text`` is what was refused of it.
        """
        self.count += 1
        said = (f"{name}={value}" for name, value in refusal.parameters.items())
        detail = ", ".join(filter(None, (text, *said)))
        where = " ".join(refusal.path)
        outcome = "imported without it" if imported else "rejected"
        self.write([str(number), str(line), outcome, refusal.code, where, detail, *cells])

    def write(self, cells: Sequence[str]) -> None:
        """Write a row, its cells made harmless for spreadsheets."""
        if self._file is not None:
            writer = csv.writer(self._file, delimiter=self._separator)
            writer.writerow([harmless(cell) for cell in cells])


@contextmanager
def open_report(
    path: Path | None, source: Path, header: Sequence[str], separator: str
) -> Iterator[RejectsReport]:
    """Open a report beside the import; there is no file at the end if no row had a fault.

    UTF-8 with a byte order mark, so that spreadsheets read the accents. Without a path, rows are
    only counted.

    Raises:
        ReportUnwritable: no file can be made there, or it would replace the imported one.
    """
    if path is None:
        yield RejectsReport(None, separator)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.samefile(source):
            raise ReportUnwritable(name=path.name)
        # What could not be decoded shows as a question mark.
        file = path.open("w", encoding="utf-8-sig", errors="replace", newline="")
    except OSError as error:
        raise ReportUnwritable(name=path.name) from error
    with file:
        report = RejectsReport(file, separator)
        report.write([*REPORT_COLUMNS, *header])
        yield report
    if report.count == 0:
        path.unlink()
