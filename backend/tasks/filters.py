"""Which tasks a list has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.tasks.due.moments import DAY, UNDUE, order_from
from backend.tasks.rules import TaskState


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """All of these hold; what is None asks for nothing.

    ``assignee_id`` is a person's key; 0 asks for what is nobody's. The days are those on which
    tasks are due, both included.
    """

    state: TaskState = TaskState.OPEN
    contact_id: int | None = None
    assignee_id: int | None = None
    due_from: date | None = None
    due_until: date | None = None

    @property
    def sort_column(self) -> str:
        """What the list is sorted by, before the ids."""
        return "task.due_order" if self.state is TaskState.OPEN else "task.completed_at"

    @property
    def newest_first(self) -> bool:
        """Whether the list begins with its greatest keys: what was completed last."""
        return self.state is TaskState.COMPLETED

    def conditions(self, counted_in: int | None = None) -> tuple[list[str], list[Any]]:
        """Return what is asked of rows of ``task`` beside their account, and its parameters.

        ``counted_in`` is the account where all are counted: the trash is then read once, instead
        of a contact for each task.
        """
        is_open = self.state is TaskState.OPEN
        found = [
            f"task.completed_at IS {'' if is_open else 'NOT '}NULL",
            "task.deleted_at IS NULL",
        ]
        params: list[Any] = []
        if self.contact_id is not None:
            found.append("task.contact_id = ?")
            params.append(self.contact_id)
        elif counted_in is not None:
            found.append(
                "(task.contact_id IS NULL OR task.contact_id NOT IN "
                "(SELECT contact.id FROM contact WHERE contact.account_id = ? "
                "AND contact.deleted_at IS NOT NULL))"
            )
            params.append(counted_in)
        else:
            # What is of a contact in the trash is hidden with it.
            found.append(
                "(task.contact_id IS NULL OR EXISTS (SELECT 1 FROM contact WHERE "
                "contact.id = task.contact_id AND contact.deleted_at IS NULL))"
            )
        if self.assignee_id == 0:
            found.append("task.assignee_id IS NULL")
        elif self.assignee_id is not None:
            found.append("task.assignee_id = ?")
            params.append(self.assignee_id)
        if self.due_from is not None:
            found.append("task.due_order >= ? AND task.due_order < ?")
            params += [order_from(self.due_from), UNDUE]
        if self.due_until is not None:
            found.append("task.due_order < ?")
            params.append(min(order_from(self.due_until) + DAY, UNDUE))
        return found, params
