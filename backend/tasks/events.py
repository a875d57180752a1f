"""What happened to tasks, as the log keeps it; all of it belongs to the contact's story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from backend.contacts.events import AboutContact


@dataclass(frozen=True, slots=True)
class TaskCreated(AboutContact):
    """A task was added. ``due`` is a day, ISO 8601, and ``due_at`` an instant of it likewise."""

    kind: ClassVar[str] = "task.created"
    subject_type: ClassVar[str] = "Task"

    title: str
    due: str | None
    due_at: str | None
    assignee: str | None


@dataclass(frozen=True, slots=True)
class TaskUpdated(AboutContact):
    """A task was edited: ``before`` and ``after`` have what differs of its title, contact, due
    date, reminder and assignee.
    """

    kind: ClassVar[str] = "task.updated"
    subject_type: ClassVar[str] = "Task"

    version: int
    title: str
    fields: list[str]
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TaskCompleted(AboutContact):
    """A task was done."""

    kind: ClassVar[str] = "task.completed"
    subject_type: ClassVar[str] = "Task"

    version: int
    title: str


@dataclass(frozen=True, slots=True)
class TaskReopened(AboutContact):
    """A task that was completed is to be done again."""

    kind: ClassVar[str] = "task.reopened"
    subject_type: ClassVar[str] = "Task"

    version: int
    title: str


@dataclass(frozen=True, slots=True)
class TaskDeleted(AboutContact):
    """A task was deleted; it can be restored for some time."""

    kind: ClassVar[str] = "task.deleted"
    subject_type: ClassVar[str] = "Task"

    version: int
    title: str


@dataclass(frozen=True, slots=True)
class TaskRestored(AboutContact):
    """A deleted task is back."""

    kind: ClassVar[str] = "task.restored"
    subject_type: ClassVar[str] = "Task"

    version: int
    title: str
