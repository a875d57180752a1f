"""Object types and enums of tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import strawberry

from backend.contacts.rows import Wanted
from backend.contacts.schema.types import Contact
from backend.contacts.schema.types import wanted as wanted_of_contact
from backend.core.graphql import Info, Node, Selection, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.tasks.queries import tasks_by_id
from backend.tasks.rows import AssigneeRow, TaskCounts, TaskRow
from backend.tasks.rules import TaskState

describe_enum(
    TaskState,
    "Whether a task is still to be done.",
    {"OPEN": "It is.", "COMPLETED": "It is done."},
)


@row_type(AssigneeRow)
class TaskAssignee:
    """Who is to do a task."""

    id: strawberry.ID = strawberry.field(description="The global id of the member.")
    name: str = strawberry.field(description="What they are called.")


@strawberry.type
class TaskContent:
    """What a task says, wherever it is shown."""

    title: str = strawberry.field(description="What is to be done.")
    state: TaskState = strawberry.field(description="Whether it is still to be done.")
    version: int = strawberry.field(description="Grows with every change of the task.")
    assignee: TaskAssignee | None = strawberry.field(
        description="Who is to do it; null for what is nobody's."
    )
    due_on: date | None = strawberry.field(
        description="The day that it is due, in the time zone of whoever said so."
    )
    due_at: datetime | None = strawberry.field(
        description="The instant that it is due; null where a day was said and no time."
    )
    remind_at: datetime | None = strawberry.field(
        description="When its assignee is to be told, by a notification and by e-mail."
    )
    completed_at: datetime | None = strawberry.field(
        description="When it was done; null for all others."
    )
    completed_by: str | None = strawberry.field(description="Who did it, as named then.")
    created_at: datetime = strawberry.field(description="When it was made.")
    created_by: str = strawberry.field(description="Who made it, as named then.")
    updated_at: datetime = strawberry.field(description="When it was last changed.")
    updated_by: str = strawberry.field(description="Who changed it last, as named then.")


@row_type(TaskRow)
class Task(TaskContent, Node):
    """Something to do, mostly for a contact."""

    contact_id: strawberry.ID | None = strawberry.field(
        description="The global id of whom it is for, if anybody."
    )
    contact: Contact | None = strawberry.field(description="Whom it is for, if anybody.")


@row_type(TaskRow)
class ContactTask(TaskContent):
    """A task of a contact, read with the contact; `node` reads it by itself."""

    id: strawberry.ID = strawberry.field(description="The global id of the task.")


@strawberry.type
class TaskConflict:
    """What somebody else saved while a task was being edited."""

    current: Task = strawberry.field(description="The task as it is now.")
    changed_by: str = strawberry.field(description="Who saved last, as named then.")


@row_type(TaskCounts, name="TaskCounts")
class TaskCountsType:
    """How many open tasks there are, by when they are due in the viewer's days."""

    open: int = strawberry.field(description="All of them.")
    overdue: int = strawberry.field(description="Due before today.")
    today: int = strawberry.field(description="Due today.")
    this_week: int = strawberry.field(
        description="Due after today, and until Sunday of this week; on a Sunday, the day after."
    )
    later: int = strawberry.field(description="Due after that.")
    undated: int = strawberry.field(description="Without a due date.")


@strawberry.type
class DueDate:
    """A due date as it was understood."""

    due_on: date = strawberry.field(description="The day, in the viewer's time zone.")
    due_at: datetime | None = strawberry.field(
        description="The instant, where the words say a time."
    )
    words: str = strawberry.field(description="The words that say it.")
    rest: str = strawberry.field(description="The text without them.")


@strawberry.type
class TasksChanged:
    """What happened to tasks, in one step."""

    cursor: str = strawberry.field(description="Where to resume: `after` this, nothing is missed.")
    reset: bool = strawberry.field(
        description="Too much happened to tell it apart: read the list again."
    )
    changed: list[Task] = strawberry.field(
        description="Tasks that are new or changed, as they are now; whether a list has them is "
        "for its reader to say."
    )
    gone: list[strawberry.ID] = strawberry.field(
        description="Tasks that were deleted, or are another contact's now."
    )


def wanted(selection: Selection) -> Wanted | None:
    """Return what a selection on tasks needs of their contacts; None when it needs none of them."""
    return wanted_of_contact(selection.at("contact")) if "contact" in selection else None


async def _read_tasks(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await tasks_by_id(info.context.actor, keys, wanted(Selection.of(info).on("Task")))


node_readers.register("Task", _read_tasks)
