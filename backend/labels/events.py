"""What happened to labels, as the log keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class LabelCreated(Fact):
    """A label was made."""

    kind: ClassVar[str] = "label.created"
    subject_type: ClassVar[str] = "Label"

    name: str
    color: str


@dataclass(frozen=True, slots=True)
class LabelUpdated(Fact):
    """A label was renamed or recoloured; the values after."""

    kind: ClassVar[str] = "label.updated"
    subject_type: ClassVar[str] = "Label"

    version: int
    name: str
    color: str


@dataclass(frozen=True, slots=True)
class LabelDeleted(Fact):
    """A label was deleted, and taken off every contact that had it."""

    kind: ClassVar[str] = "label.deleted"
    subject_type: ClassVar[str] = "Label"

    name: str
    contact_count: int
