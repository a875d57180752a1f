"""What a saved filter names and is not there: such a condition chooses nobody until it is back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from backend.contacts.conditions import Path


class FilterProblemKind(StrEnum):
    """What is wrong with a condition of a saved filter."""

    LABEL_DELETED = "label_deleted"
    CUSTOM_FIELD_DELETED = "custom_field_deleted"
    SEGMENT_DELETED = "segment_deleted"
    SEGMENT_BROKEN = "segment_broken"
    JOB_FORGOTTEN = "job_forgotten"


@dataclass(frozen=True, slots=True)
class FilterProblem:
    """What is wrong, and the way to it within the filter."""

    kind: FilterProblemKind
    path: Path
