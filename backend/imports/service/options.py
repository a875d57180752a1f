"""What whoever imports a file decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from backend.imports.choices import Existing
from backend.imports.source import SourceOptions

__all__ = ["Existing", "ImportOptions"]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The choices of one import.

    ``source`` is how the file is read. ``subscribed`` is the promise that everybody in the file
    agreed to receive campaigns, and ``consent_source`` where and how; both are kept in the
    account's history. ``labels`` are names, put on every contact. ``rejects`` is where the rows
    that stay out are written.
    """

    source: SourceOptions = field(default_factory=SourceOptions)
    existing: Existing = Existing.SKIP
    subscribed: bool = False
    consent_source: str = ""
    labels: tuple[str, ...] = ()
    rejects: Path | None = None
    dry_run: bool = False
