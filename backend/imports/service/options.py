"""What whoever imports a file decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from backend.imports.targets import Target


class Existing(StrEnum):
    """What happens to people who are in the book already."""

    SKIP = "skip"
    """Nothing; their rows are counted as duplicates."""
    FILL = "fill"
    """Empty fields are filled, new e-mails, phones, addresses and labels added."""
    OVERWRITE = "overwrite"
    """As FILL, and names, company, position and custom values are replaced by what the file has."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The choices of one import. None means: find out.

    ``subscribed`` is the promise that everybody in the file agreed to receive campaigns, and
    ``consent_source`` where and how; both are kept in the account's history. ``labels`` are
    names, put on every contact. ``choices`` are what columns become, by their place, where that
    is not left to guessing. ``rejects`` is where the rows that stay out are written.
    """

    choices: Mapping[int, Target] = field(default_factory=dict)
    encoding: str | None = None
    separator: str | None = None
    existing: Existing = Existing.SKIP
    subscribed: bool = False
    consent_source: str = ""
    labels: tuple[str, ...] = ()
    rejects: Path | None = None
    dry_run: bool = False
