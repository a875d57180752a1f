"""What happened to automations, and what they did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact
from backend.workflows.events import CardFact


@dataclass(frozen=True, slots=True)
class AutomationFact(Fact):
    """What happened to an automation of a board: a base class."""

    subject_type: ClassVar[str] = "Automation"

    workflow_id: int
    action: str


@dataclass(frozen=True, slots=True)
class AutomationCreated(AutomationFact):
    """An automation was made."""

    kind: ClassVar[str] = "automation.created"


@dataclass(frozen=True, slots=True)
class AutomationUpdated(AutomationFact):
    """An automation does something else, or was switched on or off."""

    kind: ClassVar[str] = "automation.updated"


@dataclass(frozen=True, slots=True)
class AutomationDeleted(AutomationFact):
    """An automation was deleted."""

    kind: ClassVar[str] = "automation.deleted"


@dataclass(frozen=True, slots=True)
class AutomationRestored(AutomationFact):
    """A deleted automation is back."""

    kind: ClassVar[str] = "automation.restored"


@dataclass(frozen=True, slots=True)
class AutomationRan(CardFact):
    """An automation ran for a card. ``excerpt`` is what it used: a task's title, the name of a
    label, a saved reply, a person or a step. ``outcome`` is done, or the code of what refused it.
    """

    kind: ClassVar[str] = "card.automated"
    subject_type: ClassVar[str] = "Card"

    action: str = ""
    outcome: str = "done"
    excerpt: str = ""
