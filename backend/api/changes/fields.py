"""``changes``, read and followed."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, Any, cast

import strawberry

from backend.api.changes.entries import ChangeEntry, ChangeType
from backend.api.changes.subjects import SubjectType
from backend.core.change_log import changes_after, count_changes, decode_cursor
from backend.core.feed import feed
from backend.core.graphql.connections import Connection, Edge, PageInfo
from backend.core.graphql.context import Info
from backend.core.graphql.fields import query, subscription
from backend.core.graphql.selection import Selection
from backend.core.paging import PageRequest
from backend.core.permissions import Permission

After = Annotated[
    str | None,
    strawberry.argument(
        description="The cursor of the last change already known, or of a payload or the viewer."
    ),
]
Subjects = Annotated[
    list[SubjectType] | None,
    strawberry.argument(description="Only changes of these types; all when left out."),
]


def _names(subjects: list[SubjectType] | None) -> list[str]:
    return [subject.value for subject in subjects or ()]


@strawberry.type
class Query:
    """Reading the history."""

    @query(Permission.READ, description="The account's history, oldest first.")
    async def changes(
        self,
        info: Info,
        after: After = None,
        first: Annotated[
            int | None, strawberry.argument(description="How many: 50 unless told, at most 200.")
        ] = None,
        subjects: Subjects = None,
    ) -> Connection[ChangeType]:
        """Read one change more than asked, to know whether there are more."""
        account_id = info.context.actor.account_id
        page = PageRequest.of(first=first)
        place = decode_cursor(after) if after is not None else 0
        names = _names(subjects)
        found = await changes_after(account_id, place, limit=page.size + 1, subject_types=names)
        entries = [ChangeEntry(change) for change in found[: page.size]]
        total = 0
        if "totalCount" in Selection.of(info):
            total = await count_changes(account_id, subject_types=names)
        connection: Any = Connection(
            edges=[Edge(node=entry, cursor=entry.cursor) for entry in entries],
            page_info=PageInfo(
                has_next_page=len(found) > page.size,
                has_previous_page=place > 0,
                start_cursor=entries[0].cursor if entries else None,
                end_cursor=entries[-1].cursor if entries else None,
            ),
            total_count=total,
        )
        return cast(Connection[ChangeType], connection)


@strawberry.type
class Subscription:
    """Following the history."""

    @subscription(
        Permission.READ,
        description="Every change of the account as it happens, without a gap and none twice, "
        "from a cursor on or from now.",
    )
    async def changes(
        self, info: Info, after: After = None, subjects: Subjects = None
    ) -> AsyncGenerator[ChangeType, None]:
        """Follow the log itself."""
        account_id = info.context.actor.account_id
        place = decode_cursor(after) if after is not None else None
        wanted = frozenset(_names(subjects))
        async with aclosing(feed().follow(account_id, after=place)) as batches:
            async for batch in batches:
                for change in batch:
                    if not wanted or change.subject_type in wanted:
                        yield cast(ChangeType, ChangeEntry(change))
