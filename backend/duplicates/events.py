"""What happened to pairs, as the log keeps it. What happened to contacts is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class DuplicateFound(Fact):
    """A pair of contacts is likely one person, or for other reasons than it was; global ids.

    ``bulk``: one of very many, which are not told one by one.
    """

    kind: ClassVar[str] = "duplicate.found"
    subject_type: ClassVar[str] = "DuplicatePair"

    contacts: list[str]
    score: int
    bulk: bool = False


@dataclass(frozen=True, slots=True)
class DuplicateGone(Fact):
    """A pair of contacts is not likely one person any more, or one of the two is gone."""

    kind: ClassVar[str] = "duplicate.gone"
    subject_type: ClassVar[str] = "DuplicatePair"

    bulk: bool = False


@dataclass(frozen=True, slots=True)
class DuplicateDismissed(Fact):
    """Somebody said that a pair of contacts is two people; ``undone`` when they took it back."""

    kind: ClassVar[str] = "duplicate.dismissed"
    subject_type: ClassVar[str] = "DuplicatePair"

    contacts: list[str]
    undone: bool = False
