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
