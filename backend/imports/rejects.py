"""The report of the rows that stayed out: why, and their own cells."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from backend.core.errors import Refusal
from backend.imports.cells import harmless

REPORT_COLUMNS = ("Import row", "Import line", "Import reason", "Import column", "Import detail")


class RejectsReport:
    """Writes a CSV beside the import, made only when there is a first row to write.

    UTF-8 with a byte order mark, so that spreadsheets read the accents. The reasons come
    first, so that rows with too many cells do not push them aside; a corrected file can be
    imported again as it is.
    """

    def __init__(self, path: Path, header: Sequence[str], separator: str) -> None:
        self.path = path
        self.count = 0
        self._header = header
        self._separator = separator
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, number: int, line: int, cells: Sequence[str], refusal: Refusal) -> None:
        """Write one row that stayed out."""
        if self._file is None:
            self._file = self._open()
        detail = ", ".join(f"{name}={value}" for name, value in refusal.parameters.items())
        reasons = [str(number), str(line), refusal.code, "/".join(refusal.path), detail]
        self._write([*reasons, *cells])
        self.count += 1

    def _open(self) -> TextIO:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # What could not be decoded, and what UTF-8 cannot hold, shows as a question mark.
        file = self.path.open("w", encoding="utf-8-sig", errors="replace", newline="")
        self._file = file
        self._write([*REPORT_COLUMNS, *self._header])
        return file

    def _write(self, cells: Sequence[str]) -> None:
        writer = csv.writer(self._file, delimiter=self._separator)  # type: ignore[arg-type]
        writer.writerow([harmless(cell) for cell in cells])
