"""What happened to what a card holds: its checklist, notes and files.

All of it is the card's own story, and its main contact's. ``excerpt`` is the text that it is about:
how a point or a note begins, what a file is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact
from backend.workflows.events import CardFact


@dataclass(frozen=True, slots=True)
class CardDetailFact(CardFact):
    """What happened to something that a card holds: a base class."""

    subject_type: ClassVar[str] = "Card"

    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistItemAdded(CardDetailFact):
    """A point was added to the checklist."""

    kind: ClassVar[str] = "card.item_added"


@dataclass(frozen=True, slots=True)
class ChecklistItemDone(CardDetailFact):
    """A point was ticked off."""

    kind: ClassVar[str] = "card.item_done"


@dataclass(frozen=True, slots=True)
class ChecklistItemReopened(CardDetailFact):
    """A point is to be done after all."""

    kind: ClassVar[str] = "card.item_reopened"


@dataclass(frozen=True, slots=True)
class ChecklistItemReworded(CardDetailFact):
    """A point says something else."""

    kind: ClassVar[str] = "card.item_reworded"


@dataclass(frozen=True, slots=True)
class ChecklistItemDeleted(CardDetailFact):
    """A point was deleted."""

    kind: ClassVar[str] = "card.item_deleted"


@dataclass(frozen=True, slots=True)
class ChecklistItemRestored(CardDetailFact):
    """A deleted point is back."""

    kind: ClassVar[str] = "card.item_restored"


@dataclass(frozen=True, slots=True)
class ChecklistItemMoved(Fact):
    """A point stands elsewhere in the checklist; nothing to tell in a story."""

    kind: ClassVar[str] = "card.item_moved"
    subject_type: ClassVar[str] = "Card"

    workflow_id: int
    step: str
    version: int


@dataclass(frozen=True, slots=True)
class CardNoteAdded(CardDetailFact):
    """A note was written on the card."""

    kind: ClassVar[str] = "card.note_added"


@dataclass(frozen=True, slots=True)
class CardNoteEdited(CardDetailFact):
    """A note of the card says something else."""

    kind: ClassVar[str] = "card.note_edited"


@dataclass(frozen=True, slots=True)
class CardNoteDeleted(CardDetailFact):
    """A note of the card was deleted."""

    kind: ClassVar[str] = "card.note_deleted"


@dataclass(frozen=True, slots=True)
class CardNoteRestored(CardDetailFact):
    """A deleted note of the card is back."""

    kind: ClassVar[str] = "card.note_restored"


@dataclass(frozen=True, slots=True)
class CardFileAdded(CardDetailFact):
    """A file was added to the card."""

    kind: ClassVar[str] = "card.file_added"


@dataclass(frozen=True, slots=True)
class CardFileDeleted(CardDetailFact):
    """A file of the card was deleted."""

    kind: ClassVar[str] = "card.file_deleted"


@dataclass(frozen=True, slots=True)
class CardFileRestored(CardDetailFact):
    """A deleted file of the card is back."""

    kind: ClassVar[str] = "card.file_restored"
