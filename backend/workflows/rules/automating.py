"""What may happen by itself on a board: when, and what; pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AutomationTrigger(StrEnum):
    """When an automation runs."""

    CARD_ENTERED_STEP = "card_entered_step"
    INVOICE_PAID = "invoice_paid"
    QUOTE_ACCEPTED = "quote_accepted"

    @property
    def has_step(self) -> bool:
        """Whether it is of one step, instead of the whole board."""
        return self is AutomationTrigger.CARD_ENTERED_STEP


class AutomationAction(StrEnum):
    """What an automation does."""

    ADD_TASK = "add_task"
    SEND_SAVED_REPLY = "send_saved_reply"
    ADD_LABEL = "add_label"
    NOTIFY = "notify"
    MOVE_CARD = "move_card"


@dataclass(frozen=True, slots=True)
class Parameters:
    """How an action is done: what its kind needs of these.

    ``title`` is a task's, ``due_in_days`` after the card came; ``member_id`` is whose the task is,
    or who is told; the others are keys of what is sent, put on or moved to.
    """

    title: str = ""
    due_in_days: int | None = None
    member_id: int | None = None
    reply_id: int | None = None
    label_id: int | None = None
    step_id: int | None = None


DONE = "done"
"""The outcome of a run that did what it was for; otherwise it is the code of a refusal."""
