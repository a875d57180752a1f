"""What can be read of timelines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, cast

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.added_fields import Reading
from backend.core.graphql import Connection, Edge, Info, PageInfo, Selection, extend, query
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.timeline import queries
from backend.timeline.queries import TimelinePage
from backend.timeline.schema.types import TimelineEntry, TimelineTopic

First = Annotated[
    int | None, strawberry.argument(description="How many, the newest first: 0 to 200.")
]
After = Annotated[
    str | None, strawberry.argument(description="Cursor of an entry: those that are older.")
]
Topics = Annotated[
    list[TimelineTopic] | None,
    strawberry.argument(description="Only entries about these; all when left out."),
]


@strawberry.type
class TimelineQuery:
    """What can be read of timelines."""

    @query(
        Permission.READ,
        description="What happened with a contact, newest first. A page costs the same wherever "
        "it is, and however long the timeline.",
    )
    async def contact_timeline(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
        first: First = None,
        after: After = None,
        topics: Topics = None,
    ) -> Connection[TimelineEntry]:
        page = await queries.timeline_of(
            info.context.actor,
            decode_id(contact_id, "Contact", ("contactId",)),
            PageRequest.of(first=first, after=after),
            topic_names(topics),
            counted="totalCount" in Selection.of(info),
        )
        return cast(Connection[TimelineEntry], _connection(page))

    @query(
        Permission.READ,
        description="What happened to a workflow card, newest first. A page costs the same "
        "wherever it is.",
    )
    async def card_timeline(
        self,
        info: Info,
        card_id: Annotated[strawberry.ID, strawberry.argument(description="Which card.")],
        first: First = None,
        after: After = None,
    ) -> Connection[TimelineEntry]:
        page = await queries.timeline_of_card(
            info.context.actor,
            decode_id(card_id, "Card", ("cardId",)),
            PageRequest.of(first=first, after=after),
        )
        return cast(Connection[TimelineEntry], _connection(page))


@extend(Contact, description="What happened with it, newest first.")
async def timeline(
    reading: Reading, first: First = None, after: After = None, topics: Topics = None
) -> Mapping[int, Connection[TimelineEntry]]:
    """Read the newest entries of all contacts of a page at once; topics are their values."""
    pages = await queries.timelines(
        reading.account_id,
        reading.ids,
        PageRequest.of(first=first, after=after),
        cast(tuple[str, ...] | None, topics),
        counted="totalCount" in reading.below,
    )
    return {key: _connection(page) for key, page in pages.items()}


def topic_names(topics: list[TimelineTopic] | None) -> list[str] | None:
    """Return the type names of topics, None for all."""
    chosen = given(topics)
    return None if chosen is None else [topic.value for topic in chosen]


def _connection(page: TimelinePage) -> Any:
    entries = page.entries
    return Connection(
        edges=[Edge(node=cast(TimelineEntry, row), cursor=row.cursor) for row in entries],
        page_info=PageInfo(
            has_next_page=page.has_next,
            has_previous_page=page.has_previous,
            start_cursor=entries[0].cursor if entries else None,
            end_cursor=entries[-1].cursor if entries else None,
        ),
        total_count=page.total,
    )
