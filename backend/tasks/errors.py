"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class DueNotUnderstood(Refusal):
    """The words for a due date say no day and no time that is known."""

    code = "DUE_NOT_UNDERSTOOD"


class DueOutOfRange(Refusal):
    """No task is due so early or so late. Parameters: ``earliest`` and ``latest``, ISO days."""

    code = "DUE_OUT_OF_RANGE"


class DueTwice(Refusal):
    """A due date was given in more than one way."""

    code = "DUE_TWICE"


class ReminderPast(Refusal):
    """The time of the reminder is over."""

    code = "REMINDER_PAST"


class TaskDeleted(Refusal):
    """The task was deleted: restore it first."""

    code = "TASK_DELETED"


class AssigneeUnknown(Refusal):
    """Nobody of the account."""

    code = "ASSIGNEE_UNKNOWN"
