"""What happened to a document, as the schema shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, cast

import strawberry

from backend.billing.queries.history import EventRow, count_history, history_of
from backend.core.graphql import (
    JSON,
    Connection,
    Edge,
    Info,
    PageInfo,
    Selection,
    query,
    row_type,
)
from backend.core.graphql.facts import ChangeActor
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission


@row_type(EventRow)
class BillingDocumentEvent:
    """Something that happened to a document."""

    cursor: str = strawberry.field(description="Its place: what is older comes `after` it.")
    at: datetime = strawberry.field(description="When it happened.")
    kind: str = strawberry.field(
        description="What happened, such as `document.issued`. New kinds may be added."
    )
    actor: ChangeActor = strawberry.field(description="Who did it.")
    payload: JSON = strawberry.field(description="What else is known about it, by its kind.")


@strawberry.type
class BillingHistoryQuery:
    """What can be read of what happened."""

    @query(
        Permission.READ,
        description="What happened to a quote, invoice or credit note, newest first, without each "
        "saving of its draft. A page costs the same wherever it is.",
    )
    async def billing_document_history(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which document.")],
        first: Annotated[
            int | None, strawberry.argument(description="How many, the newest first: 0 to 200.")
        ] = None,
        after: Annotated[
            str | None, strawberry.argument(description="Cursor: those that are older.")
        ] = None,
    ) -> Connection[BillingDocumentEvent]:
        actor, key = info.context.actor, decode_id(id, "BillingDocument", ("id",))
        counted = "totalCount" in Selection.of(info)
        rows, more = await history_of(actor, key, PageRequest.of(first, after))
        return Connection(
            edges=[Edge(node=cast(BillingDocumentEvent, row), cursor=row.cursor) for row in rows],
            page_info=PageInfo(
                has_next_page=more,
                has_previous_page=after is not None,
                start_cursor=rows[0].cursor if rows else None,
                end_cursor=rows[-1].cursor if rows else None,
            ),
            total_count=await count_history(actor, key) if counted else 0,
        )
