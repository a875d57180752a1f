"""Tasks as reads return them: light objects made of raw rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from backend.contacts.rows import ContactRow
from backend.core.clock import from_micros
from backend.core.columns import Columns
from backend.core.ids import GlobalId, encode_id
from backend.tasks.rules import TaskState

TASK_COLUMNS = (
    "task.id, task.account_id, task.contact_id, task.assignee_id, task.title, task.due_on, "
    "task.due_at, task.due_order, task.remind_at, task.completed_at, task.completed_by, "
    "task.version, task.created_at, task.created_by, task.updated_at, task.updated_by, "
    "task.deleted_at, membership.id, user_account.name"
)
TASK_SOURCE = (
    "task LEFT JOIN membership ON membership.account_id = task.account_id "
    "AND membership.user_id = task.assignee_id "
    "LEFT JOIN user_account ON user_account.id = membership.user_id"
)
"""Whoever left the account is nobody's assignee any more."""


@dataclass(frozen=True, slots=True)
class AssigneeRow:
    """Whose task it is."""

    member_id: int
    name: str

    id = GlobalId("Member", "member_id")
    """The global id of the member."""


@dataclass(slots=True)
class TaskRow:
    """A task, its first fields in the order of :data:`TASK_COLUMNS`.

    ``contact`` is filled only where it was wanted.
    """

    pk: int
    account_id: int
    contact_key: int | None
    assignee_key: int | None
    title: str
    due_day: str | None
    due_micros: int | None
    due_order: int
    remind_micros: int | None
    completed_micros: int | None
    completed_by: str | None
    version: int
    created_micros: int
    created_by: str
    updated_micros: int
    updated_by: str
    deleted_micros: int | None
    member_id: int | None
    assignee_name: str | None
    contact: ContactRow | None = None

    id = GlobalId("Task", "pk")
    """The global id."""

    @property
    def contact_id(self) -> str | None:
        """The global id of whom it is for."""
        return None if self.contact_key is None else encode_id("Contact", self.contact_key)

    @property
    def state(self) -> TaskState:
        """Whether it is still to be done."""
        return TaskState.OPEN if self.completed_micros is None else TaskState.COMPLETED

    @property
    def assignee(self) -> AssigneeRow | None:
        """Who is to do it."""
        if self.member_id is None:
            return None
        return AssigneeRow(self.member_id, self.assignee_name or "")

    @property
    def due_on(self) -> date | None:
        """The day that it is due."""
        return None if self.due_day is None else date.fromisoformat(self.due_day)

    @property
    def due_at(self) -> datetime | None:
        """The instant, where a time was said."""
        return None if self.due_micros is None else from_micros(self.due_micros)

    @property
    def remind_at(self) -> datetime | None:
        """When its assignee is to be told."""
        return None if self.remind_micros is None else from_micros(self.remind_micros)

    @property
    def completed_at(self) -> datetime | None:
        """When it was done."""
        return None if self.completed_micros is None else from_micros(self.completed_micros)

    @property
    def created_at(self) -> datetime:
        """When it was made."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was last changed."""
        return from_micros(self.updated_micros)


TASK = Columns(TaskRow, TASK_COLUMNS)


@dataclass(frozen=True, slots=True)
class TaskCounts:
    """How many open tasks there are, by when they are due."""

    overdue: int = 0
    today: int = 0
    this_week: int = 0
    later: int = 0
    undated: int = 0

    @property
    def open(self) -> int:
        """All of them."""
        return self.overdue + self.today + self.this_week + self.later + self.undated


@dataclass(frozen=True, slots=True)
class FeedRow:
    """The secret address of a person's calendar, as it is kept."""

    pk: int
    account_id: int
    user_id: int
    sealed_token: str
    created_micros: int
    read_micros: int | None
