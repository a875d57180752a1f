"""What the history of an account keeps of its imports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class ImportStarted(Fact):
    """A file is being imported; the promise about its people's consent, and who gave it.

    Written before the first contact, so that no subscription is without its source.
    """

    kind: ClassVar[str] = "import.started"
    subject_type: ClassVar[str] = "Account"

    file: str
    subscribed: bool
    consent_source: str
    consent_date: str | None = None
    """The day on which they agreed."""
    import_id: int | None = None
    """Of the wizard; none of the command."""


@dataclass(frozen=True, slots=True)
class ImportFinished(Fact):
    """A file was read to its end; counts of rows."""

    kind: ClassVar[str] = "import.finished"
    subject_type: ClassVar[str] = "Account"

    file: str
    created: int
    updated: int
    duplicates: int
    rejected: int
    import_id: int | None = None


@dataclass(frozen=True, slots=True)
class ImportChanged(Fact):
    """An import came to another state, or was configured."""

    kind: ClassVar[str] = "import.changed"
    subject_type: ClassVar[str] = "ContactImport"

    state: str


@dataclass(frozen=True, slots=True)
class ImportDiscarded(Fact):
    """An import that had not begun was forgotten with its file."""

    kind: ClassVar[str] = "import.discarded"
    subject_type: ClassVar[str] = "ContactImport"
