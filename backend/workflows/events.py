"""What happened to workflows, their steps and cards, as the log keeps it.

``workflow_id`` says on whose board it is seen. Steps and neighbours are global ids; names are those
of the time. What happens to a card belongs to its main contact's story.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from backend.contacts.events import AboutContact
from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class WorkflowFact(Fact):
    """What happened to a board as a whole: a base class."""

    workflow_id: int
    name: str


@dataclass(frozen=True, slots=True)
class WorkflowCreated(WorkflowFact):
    """A board was made."""

    kind: ClassVar[str] = "workflow.created"
    subject_type: ClassVar[str] = "Workflow"


@dataclass(frozen=True, slots=True)
class WorkflowUpdated(WorkflowFact):
    """A board was renamed, or stands elsewhere in the list."""

    kind: ClassVar[str] = "workflow.updated"
    subject_type: ClassVar[str] = "Workflow"


@dataclass(frozen=True, slots=True)
class WorkflowDeleted(WorkflowFact):
    """A board was deleted with all that is on it; it can be restored for some time."""

    kind: ClassVar[str] = "workflow.deleted"
    subject_type: ClassVar[str] = "Workflow"


@dataclass(frozen=True, slots=True)
class WorkflowRestored(WorkflowFact):
    """A deleted board is back."""

    kind: ClassVar[str] = "workflow.restored"
    subject_type: ClassVar[str] = "Workflow"


@dataclass(frozen=True, slots=True)
class CardsShifted(WorkflowFact):
    """Cards of a board went into the trash with their contacts, came back with them, or became
    another contact's: ``count`` of them.
    """

    kind: ClassVar[str] = "workflow.cards_shifted"
    subject_type: ClassVar[str] = "Workflow"

    count: int = 0


@dataclass(frozen=True, slots=True)
class StepAdded(WorkflowFact):
    """A step was added."""

    kind: ClassVar[str] = "step.added"
    subject_type: ClassVar[str] = "WorkflowStep"


@dataclass(frozen=True, slots=True)
class StepUpdated(WorkflowFact):
    """A step was renamed, recoloured, or has its cards stale after another time."""

    kind: ClassVar[str] = "step.updated"
    subject_type: ClassVar[str] = "WorkflowStep"

    fields: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StepMoved(WorkflowFact):
    """A step stands elsewhere."""

    kind: ClassVar[str] = "step.moved"
    subject_type: ClassVar[str] = "WorkflowStep"

    position: int = 0


@dataclass(frozen=True, slots=True)
class StepDeleted(WorkflowFact):
    """A step was deleted, its ``count`` cards put at the foot of another, ``moved_to``."""

    kind: ClassVar[str] = "step.deleted"
    subject_type: ClassVar[str] = "WorkflowStep"

    moved_to: str | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class StepRestored(WorkflowFact):
    """A deleted step is back, with ``count`` of the cards it had."""

    kind: ClassVar[str] = "step.restored"
    subject_type: ClassVar[str] = "WorkflowStep"

    count: int = 0


@dataclass(frozen=True, slots=True)
class StepSpread(WorkflowFact):
    """The cards of a step have other places, in the order that they had."""

    kind: ClassVar[str] = "step.spread"
    subject_type: ClassVar[str] = "WorkflowStep"


@dataclass(frozen=True, slots=True)
class CardFact(AboutContact):
    """What happened to a card: a base class. ``step`` is where it stands then."""

    workflow_id: int
    workflow: str
    step: str
    step_name: str
    title: str
    version: int


@dataclass(frozen=True, slots=True)
class CardAdded(CardFact):
    """A card was added, behind ``after``; at the top where that is None."""

    kind: ClassVar[str] = "card.added"
    subject_type: ClassVar[str] = "Card"

    after: str | None = None


@dataclass(frozen=True, slots=True)
class CardUpdated(CardFact):
    """What is written on a card was changed: ``before`` and ``after`` have what differs."""

    kind: ClassVar[str] = "card.updated"
    subject_type: ClassVar[str] = "Card"

    fields: list[str] = field(default_factory=list)
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CardMoved(CardFact):
    """A card went to another step, behind ``after``. ``step_kind`` is open, won or lost."""

    kind: ClassVar[str] = "card.moved"
    subject_type: ClassVar[str] = "Card"

    step_kind: str = "open"
    after: str | None = None
    from_step: str = ""
    from_step_name: str = ""
    from_workflow: str | None = None
    lost_reason: str | None = None


@dataclass(frozen=True, slots=True)
class CardPlaced(Fact):
    """A card was moved within its step, behind ``after``; no news of its contact."""

    kind: ClassVar[str] = "card.placed"
    subject_type: ClassVar[str] = "Card"

    workflow_id: int
    step: str
    version: int
    after: str | None = None


@dataclass(frozen=True, slots=True)
class CardArchived(CardFact):
    """A card was archived."""

    kind: ClassVar[str] = "card.archived"
    subject_type: ClassVar[str] = "Card"


@dataclass(frozen=True, slots=True)
class CardUnarchived(CardFact):
    """An archived card is on the board again, behind ``after``."""

    kind: ClassVar[str] = "card.unarchived"
    subject_type: ClassVar[str] = "Card"

    after: str | None = None


@dataclass(frozen=True, slots=True)
class CardDeleted(CardFact):
    """A card was deleted; it can be restored for some time."""

    kind: ClassVar[str] = "card.deleted"
    subject_type: ClassVar[str] = "Card"


@dataclass(frozen=True, slots=True)
class CardRestored(CardFact):
    """A deleted card is back, behind ``after``; one that was ``archived`` is in the archive."""

    kind: ClassVar[str] = "card.restored"
    subject_type: ClassVar[str] = "Card"

    after: str | None = None
    archived: bool = False
