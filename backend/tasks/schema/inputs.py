"""What mutations of tasks take, and answer."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.tasks.schema.types import Task, TaskConflict
from backend.tasks.service import UNSET, DueDraft, TaskChanges, TaskDraft


@strawberry.input(one_of=True)
class DueInput:
    """When a task is due: exactly one way to say it. From the year 2000 to 2199."""

    words: strawberry.Maybe[str] = strawberry.field(
        description="As people say it in English, French or Italian, from where the viewer stands: "
        "`next Friday`, `vendredi prochain`, `domani alle 15`, `27/11`."
    )
    on: strawberry.Maybe[date] = strawberry.field(description="A day.")
    at: strawberry.Maybe[datetime] = strawberry.field(description="An instant, to the minute.")

    def to_draft(self) -> DueDraft:
        """Return the domain's draft."""
        return DueDraft(
            self.words.value if self.words else None,
            self.on.value if self.on else None,
            self.at.value if self.at else None,
        )


def _contact_key(value: strawberry.ID | None) -> int | None:
    return None if value is None else decode_id(value, "Contact", ("contactId",))


def _member_key(value: strawberry.ID | None) -> int | None:
    return None if value is None else decode_id(value, "Member", ("assigneeId",))


@strawberry.input
class CreateTaskInput:
    """A task to add."""

    title: str = strawberry.field(description="What is to be done; at most 300 characters.")
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Whom it is for."
    )
    due: DueInput | None = strawberry.field(default=strawberry.UNSET, description="When it is due.")
    due_in_title: bool = strawberry.field(
        default=False,
        description="Whether a due date with which the title ends is taken off it: `Call back "
        "next Friday` is `Call back`, due on Friday. Not together with `due`.",
    )
    remind_at: datetime | None = strawberry.field(
        default=strawberry.UNSET, description="When to tell the assignee; in the future."
    )
    assignee_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="The member who is to do it; the viewer when left out, nobody when null.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first task. Not blank, at most "
        "200 characters.",
    )

    def to_draft(self) -> TaskDraft:
        """Return the domain's draft."""
        due = given(self.due)
        assignee = self.assignee_id
        return TaskDraft(
            self.title,
            _contact_key(given(self.contact_id)),
            due.to_draft() if due else None,
            self.due_in_title,
            given(self.remind_at),
            UNSET if assignee is strawberry.UNSET else _member_key(assignee),
        )


@strawberry.input
class UpdateTaskInput:
    """A change of a task; what is left out stays, null clears."""

    id: strawberry.ID = strawberry.field(description="Which task.")
    version: int = strawberry.field(description="The version that the change started from.")
    title: str | None = strawberry.field(default=strawberry.UNSET, description="Its new title.")
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Whom it is for from now on."
    )
    due: DueInput | None = strawberry.field(
        default=strawberry.UNSET, description="When it is due from now on."
    )
    remind_at: datetime | None = strawberry.field(
        default=strawberry.UNSET, description="When to tell the assignee; in the future."
    )
    assignee_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The member who is to do it from now on."
    )

    def to_changes(self) -> TaskChanges:
        """Return the domain's changes. A null title leaves it as it is."""
        unset = strawberry.UNSET
        title, due = given(self.title), self.due
        return TaskChanges(
            UNSET if title is None else title,
            UNSET if self.contact_id is unset else _contact_key(self.contact_id),
            UNSET if due is unset else (due.to_draft() if due else None),
            UNSET if self.remind_at is unset else self.remind_at,
            UNSET if self.assignee_id is unset else _member_key(self.assignee_id),
        )


@strawberry.input
class CompleteTaskInput:
    """The task that is done."""

    id: strawberry.ID = strawberry.field(description="Which task.")


@strawberry.input
class ReopenTaskInput:
    """The task that is to be done again."""

    id: strawberry.ID = strawberry.field(description="Which task.")


@strawberry.input
class DeleteTaskInput:
    """The task to delete."""

    id: strawberry.ID = strawberry.field(description="Which task.")


@strawberry.input
class RestoreTaskInput:
    """The task to bring back."""

    id: strawberry.ID = strawberry.field(description="Which task.")


@strawberry.type
class CreateTaskPayload(Payload):
    """What adding a task answers."""

    task: Task | None = strawberry.field(default=None, description="The new task.")


@strawberry.type
class UpdateTaskPayload(Payload):
    """What changing a task answers."""

    task: Task | None = strawberry.field(default=None, description="The task as it is now.")
    conflict: TaskConflict | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class CompleteTaskPayload(Payload):
    """What completing a task answers."""

    task: Task | None = strawberry.field(default=None, description="The task as it is now.")


@strawberry.type
class ReopenTaskPayload(Payload):
    """What reopening a task answers."""

    task: Task | None = strawberry.field(default=None, description="The task as it is now.")


@strawberry.type
class DeleteTaskPayload(Payload):
    """What deleting a task answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The task that is gone; `restoreTask` brings it back."
    )


@strawberry.type
class RestoreTaskPayload(Payload):
    """What restoring a task answers."""

    task: Task | None = strawberry.field(default=None, description="The task as it is now.")
