"""What the inbox adds to ``Contact``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, cast

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.added_fields import Reading
from backend.core.errors import InvalidPage
from backend.core.graphql import Connection, extend
from backend.core.graphql.connections import connection
from backend.core.paging import Page
from backend.core.permissions import Actor
from backend.inbox.queries.messages import first_messages
from backend.inbox.queries.threads import threads_of_contacts
from backend.inbox.schema.types import Message

_FEW, _MOST = 20, 50


@extend(Contact, description="How many messages were written to it and by it.")
async def message_count(reading: Reading) -> Mapping[int, int]:
    """Read it from their threads."""
    found = await threads_of_contacts(Actor.system(reading.account_id), reading.ids)
    return {key: found[key].message_count if key in found else 0 for key in reading.ids}


@extend(Contact, description="How many of its messages were not read.")
async def unread_message_count(reading: Reading) -> Mapping[int, int]:
    """Read it from their threads."""
    found = await threads_of_contacts(Actor.system(reading.account_id), reading.ids)
    return {key: found[key].unread_count if key in found else 0 for key in reading.ids}


@extend(
    Contact,
    description="The newest messages to and from it, newest first; `contactMessages` goes on.",
)
async def messages(
    reading: Reading,
    first: Annotated[
        int | None, strawberry.argument(description="How many: 20 unless told, at most 50.")
    ] = None,
    after: Annotated[
        str | None, strawberry.argument(description="Cursor that the messages come after.")
    ] = None,
) -> Mapping[int, Connection[Message]]:
    """Read the first of each."""
    size = _FEW if first is None else first
    if not 0 <= size <= _MOST:
        raise InvalidPage(("first",), maximum=_MOST)
    found = await first_messages(Actor.system(reading.account_id), reading.ids, size + 1, after)
    return {
        key: cast(
            Connection[Message],
            connection(
                Page(
                    rows[:size],
                    [(row.micros, row.pk) for row in rows[:size]],
                    has_next=len(rows) > size,
                    has_previous=after is not None,
                )
            ),
        )
        for key in reading.ids
        for rows in (found.get(key, []),)
    }
