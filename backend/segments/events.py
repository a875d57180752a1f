"""What happened to saved filters, as the log keeps it.

The whole account reads the log: ``name`` is None of those that are private, after the change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class SegmentCreated(Fact):
    kind: ClassVar[str] = "segment.created"
    subject_type: ClassVar[str] = "Segment"

    visibility: str
    name: str | None


@dataclass(frozen=True, slots=True)
class SegmentUpdated(Fact):
    """``fields`` are the schema's names of what changed."""

    kind: ClassVar[str] = "segment.updated"
    subject_type: ClassVar[str] = "Segment"

    version: int
    visibility: str
    name: str | None
    fields: list[str]


@dataclass(frozen=True, slots=True)
class SegmentDeleted(Fact):
    kind: ClassVar[str] = "segment.deleted"
    subject_type: ClassVar[str] = "Segment"

    version: int
    visibility: str
    name: str | None


@dataclass(frozen=True, slots=True)
class SegmentRestored(Fact):
    kind: ClassVar[str] = "segment.restored"
    subject_type: ClassVar[str] = "Segment"

    version: int
    visibility: str
    name: str | None
