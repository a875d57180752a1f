"""What whoever imports a file decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Existing(StrEnum):
    """What happens to people who are in the book already."""

    SKIP = "skip"
    """Nothing; their rows are counted as duplicates."""
    FILL = "fill"
    """Empty fields are filled, new e-mails, phones, addresses and labels added."""
    OVERWRITE = "overwrite"
    """As FILL, and names, company and position are replaced by what the file has."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The choices of one import. None means: find out.

    ``subscribed`` is the promise that everybody in the file agreed to receive campaigns, and
    ``consent_source`` where and how; both are kept in the account's history. ``labels`` are
    names, put on every contact. ``rejects`` is where the rows that stay out are written.
    """

    encoding: str | None = None
    separator: str | None = None
    existing: Existing = Existing.SKIP
    subscribed: bool = False
    consent_source: str = ""
    labels: tuple[str, ...] = ()
    rejects: Path | None = None
    dry_run: bool = False
