"""What tasks add to ``Contact``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, cast

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.added_fields import Reading
from backend.core.errors import InvalidPage
from backend.core.graphql import extend
from backend.tasks.queries import first_tasks, open_counts
from backend.tasks.schema.types import ContactTask

_FEW, _MOST = 10, 50


@extend(Contact, description="How many tasks are to be done for it.")
async def open_task_count(reading: Reading) -> Mapping[int, int]:
    """Count them."""
    counts = await open_counts(reading.account_id, reading.ids)
    return {key: counts.get(key, 0) for key in reading.ids}


@extend(Contact, description="The open task that is due first, if there is one.")
async def next_task(reading: Reading) -> Mapping[int, ContactTask | None]:
    """Read the first of each."""
    found = await first_tasks(reading.account_id, reading.ids, 1, reading.seen())
    return cast(Mapping[int, ContactTask | None], {key: tasks[0] for key, tasks in found.items()})


@extend(
    Contact,
    description="The first open tasks, by when they are due; `tasks` pages through all of them.",
)
async def open_tasks(
    reading: Reading,
    first: Annotated[
        int | None, strawberry.argument(description="How many: 10 unless told, at most 50.")
    ] = None,
) -> Mapping[int, list[ContactTask]]:
    """Read the first of each."""
    size = _FEW if first is None else first
    if not 0 <= size <= _MOST:
        raise InvalidPage(("first",), maximum=_MOST)
    found = await first_tasks(reading.account_id, reading.ids, size, reading.seen())
    return cast(Mapping[int, list[ContactTask]], {key: found.get(key, []) for key in reading.ids})
