"""What the history of an account keeps of its exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class ContactsExported(Fact):
    """Somebody asked for contacts as a file; how many there were then."""

    kind: ClassVar[str] = "contacts.exported"
    subject_type: ClassVar[str] = "Account"

    format: str
    contact_count: int
