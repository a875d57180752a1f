"""What can be followed of notes."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.contacts.schema.subscription import After, place
from backend.core.graphql import Info, subscription
from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Permission
from backend.notes.live import follow_notes
from backend.notes.schema.types import Note, NotesChanged


@strawberry.type
class NotesSubscription:
    """What can be followed of notes."""

    @subscription(
        Permission.READ,
        description="What happens to a contact's notes. Several changes at once are one event.",
    )
    async def notes_changed(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
        after: After = None,
    ) -> AsyncGenerator[NotesChanged, None]:
        key, start = decode_id(contact_id, "Contact", ("contactId",)), place(after)
        async with aclosing(follow_notes(info.context.actor, key, start)) as changes:
            async for change in changes:
                yield NotesChanged(
                    cursor=change.cursor,
                    reset=change.reset,
                    changed=cast(list[Note], change.changed),
                    deleted=[strawberry.ID(encode_id("Note", each)) for each in change.deleted],
                )
