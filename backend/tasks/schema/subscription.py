"""What can be followed of tasks."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.core.change_log import decode_cursor
from backend.core.graphql import Info, Selection, subscription
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.tasks.live import follow_tasks
from backend.tasks.schema.types import Task, TasksChanged, wanted


@strawberry.type
class TasksSubscription:
    """What can be followed of tasks."""

    @subscription(
        Permission.READ,
        description="What happens to tasks: to those of a contact, or to all of the account.",
    )
    async def tasks_changed(
        self,
        info: Info,
        contact_id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Only tasks of this contact; all when left out."),
        ] = None,
        after: Annotated[
            str | None,
            strawberry.argument(
                description="The cursor of the last event already known, or of a payload or the "
                "viewer: nothing after it is missed. From now on when left out."
            ),
        ] = None,
    ) -> AsyncGenerator[TasksChanged, None]:
        place = None if after is None else decode_cursor(after)
        key = decode_id(contact_id, "Contact", ("contactId",)) if contact_id else None
        asked = wanted(Selection.of(info).at("changed"))
        async with aclosing(follow_tasks(info.context.actor, key, place, asked)) as changes:
            async for change in changes:
                yield TasksChanged(
                    cursor=change.cursor,
                    reset=change.reset,
                    changed=cast(list[Task], change.changed),
                    gone=[strawberry.ID(each) for each in change.gone],
                )
