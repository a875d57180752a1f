"""What came of an import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from backend.imports.formats import FileFormat
from backend.imports.notices import Notice
from backend.imports.signatures import SourceKind


@dataclass(slots=True)
class ImportReport:
    """Counts of rows, growing while the import runs.

    A row counts once. ``left_out`` are cells, of rows that were imported without them or were there
    already. ``ignored`` are the headers of columns that hold something and are not imported.
    ``rejects`` is the file with the rows that had a fault, None while there are none.
    """

    kind: SourceKind
    format: FileFormat
    encoding: str
    separator: str
    sheet: str = ""
    notices: tuple[Notice, ...] = ()
    created: int = 0
    updated: int = 0
    duplicates: int = 0
    rejected: int = 0
    left_out: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    rejects: Path | None = None
    bytes_read: int = 0
    bytes_total: int = 0

    @property
    def rows(self) -> int:
        """How many rows have been dealt with."""
        return self.created + self.updated + self.duplicates + self.rejected

    def reject(self, code: str) -> None:
        """Count one rejected row."""
        self.rejected += 1
        self.reasons[code] = self.reasons.get(code, 0) + 1


Progress = Callable[[ImportReport], None]
"""Called after every batch."""
