"""What whoever imports a file decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backend.imports.choices import Existing
from backend.imports.targets import Target

__all__ = ["Existing", "ImportOptions"]


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
