"""What can be read of tasks."""

from __future__ import annotations

from datetime import date
from typing import Annotated, cast

import strawberry

from backend.accounts.service.people import get_member
from backend.core.graphql import Connection, Info, Selection, query
from backend.core.graphql.connections import connection
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Actor, Permission
from backend.tasks import queries
from backend.tasks.due import due_at_the_end, read_due
from backend.tasks.errors import AssigneeUnknown
from backend.tasks.filters import TaskFilter
from backend.tasks.rules import TITLE_LENGTH, TaskState, Week
from backend.tasks.schema.types import DueDate, Task, TaskCountsType, wanted
from backend.tasks.service import moment_of


@strawberry.input(name="TaskFilter")
class TaskFilterInput:
    """Which tasks: all that is given holds."""

    state: TaskState = strawberry.field(
        default=TaskState.OPEN, description="Whether they are still to be done; open by default."
    )
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="For this contact, in the trash or not; when left out, those of contacts in "
        "the trash are not listed.",
    )
    assignee_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Of this member; null asks for what is nobody's."
    )
    due_from: date | None = strawberry.field(
        default=strawberry.UNSET, description="Due on this day or later."
    )
    due_until: date | None = strawberry.field(
        default=strawberry.UNSET, description="Due on this day or earlier."
    )


Filter = Annotated[
    TaskFilterInput | None,
    strawberry.argument(description="Which tasks; all that are open by default."),
]


async def filter_of(actor: Actor, chosen: TaskFilterInput | None) -> TaskFilter:
    """Return the filter that was asked for.

    Raises:
        InvalidId, AssigneeUnknown
    """
    if not chosen:
        return TaskFilter()
    contact, assignee = given(chosen.contact_id), chosen.assignee_id
    assignee_key: int | None = None
    if assignee is None:
        assignee_key = 0
    elif assignee is not strawberry.UNSET:
        path = ("filter", "assigneeId")
        member = await get_member(actor.account_id, decode_id(assignee, "Member", path))
        if member is None:
            raise AssigneeUnknown(path)
        assignee_key = member.user_id
    return TaskFilter(
        chosen.state,
        None if contact is None else decode_id(contact, "Contact", ("filter", "contactId")),
        assignee_key,
        given(chosen.due_from),
        given(chosen.due_until),
    )


@strawberry.type
class TasksQuery:
    """What can be read of tasks."""

    @query(
        Permission.READ,
        description="Tasks: the open ones by when they are due, those without a due date last; "
        "the completed ones with the last completed first.",
    )
    async def tasks(
        self,
        info: Info,
        filter: Filter = None,
        first: Annotated[
            int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
        ] = None,
        after: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes after.")
        ] = None,
        last: Annotated[
            int | None, strawberry.argument(description="How many, from the end: 0 to 200.")
        ] = None,
        before: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes before.")
        ] = None,
    ) -> Connection[Task]:
        actor, selection = info.context.actor, Selection.of(info)
        chosen = await filter_of(actor, filter)
        page = await queries.tasks_page(
            actor,
            chosen,
            PageRequest.of(first, after, last, before),
            wanted(selection.at("edges", "node")),
        )
        total = await queries.count_tasks(actor, chosen) if "totalCount" in selection else 0
        return cast(Connection[Task], connection(page, total_count=total))

    @query(Permission.READ, description="A task; null when there is none, or it was deleted.")
    async def task(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which task.")],
    ) -> Task | None:
        key = decode_id(id, "Task", ("id",))
        found = await queries.tasks_by_id(info.context.actor, (key,), wanted(Selection.of(info)))
        return cast(Task | None, found.get(key))

    @query(
        Permission.READ,
        description="How many open tasks there are, by when they are due in the viewer's days.",
    )
    async def task_counts(self, info: Info, filter: Filter = None) -> TaskCountsType:
        actor = info.context.actor
        chosen = await filter_of(actor, filter)
        today = (await moment_of(actor)).today
        return cast(TaskCountsType, await queries.task_counts(actor, chosen, Week(today)))

    @query(
        Permission.READ,
        description="The due date that a text says in English, French or Italian, from where the "
        "viewer stands. Null where there is none at the end of a title; a text that is to be "
        "nothing else is refused with DUE_NOT_UNDERSTOOD.",
    )
    async def due_date(
        self,
        info: Info,
        text: Annotated[
            str, strawberry.argument(description="A due date, or a title; 300 characters are read.")
        ],
        in_title: Annotated[
            bool,
            strawberry.argument(
                description="Whether it is a title that may end with a due date; no by default."
            ),
        ] = False,
    ) -> DueDate | None:
        moment, text = await moment_of(info.context.actor), text[:TITLE_LENGTH]
        if not in_title:
            due = read_due(text, moment, ("text",))
            return DueDate(due_on=due.on, due_at=due.at, words=text, rest="")
        found = due_at_the_end(text, moment)
        if found is None:
            return None
        return DueDate(due_on=found.due.on, due_at=found.due.at, words=found.words, rest=found.rest)
