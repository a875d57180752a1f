"""What can be followed of the inbox."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.core.change_log import decode_cursor
from backend.core.graphql import Info, Selection, subscription
from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Permission
from backend.inbox.live import follow_inbox, follow_thread
from backend.inbox.schema.query import ContactId
from backend.inbox.schema.types import Message, Thread, wanted

After = Annotated[
    str | None,
    strawberry.argument(
        description="The cursor of the last event already known, or of a payload or the viewer: "
        "nothing after it is missed. From now on when left out."
    ),
]


@strawberry.type
class InboxChanged:
    """What happened to the inbox. Several changes at once are one event."""

    cursor: str = strawberry.field(description="Where to resume after this event.")
    reset: bool = strawberry.field(
        description="So much happened, or to contacts, that the list is best read again."
    )
    threads: list[Thread] = strawberry.field(
        description="Threads that are new or changed, as they are now."
    )
    gone: list[strawberry.ID] = strawberry.field(
        description="Threads that are no longer there: joined to others, or hidden."
    )
    unread_count: int = strawberry.field(
        description="How many threads have messages that were not read."
    )


@strawberry.type
class ThreadChanged:
    """What happened to the thread of a contact. Several changes at once are one event."""

    cursor: str = strawberry.field(description="Where to resume after this event.")
    reset: bool = strawberry.field(
        description="So much happened that the messages are best read again."
    )
    thread: Thread | None = strawberry.field(description="The thread; null when there is none.")
    messages: list[Message] = strawberry.field(
        description="Messages that are new or changed, as they are now, oldest first."
    )


@strawberry.type
class InboxSubscription:
    """What can be followed of the inbox."""

    @subscription(
        Permission.READ,
        description="What happens to the threads of the account: new messages, read, put aside.",
    )
    async def inbox_changed(
        self, info: Info, after: After = None
    ) -> AsyncGenerator[InboxChanged, None]:
        asked = wanted(Selection.of(info).at("threads"))
        start = None if after is None else decode_cursor(after)
        async with aclosing(follow_inbox(info.context.actor, start, asked)) as changes:
            async for change in changes:
                yield InboxChanged(
                    cursor=change.cursor,
                    reset=change.reset,
                    threads=cast(list[Thread], change.threads),
                    gone=[strawberry.ID(encode_id("Thread", key)) for key in change.gone],
                    unread_count=change.unread_count,
                )

    @subscription(
        Permission.READ,
        description="What happens to the messages of a contact: new ones, sent, failed, read.",
    )
    async def thread_changed(
        self, info: Info, contact_id: ContactId, after: After = None
    ) -> AsyncGenerator[ThreadChanged, None]:
        key = decode_id(contact_id, "Contact", ("contactId",))
        asked = wanted(Selection.of(info).at("thread"))
        start = None if after is None else decode_cursor(after)
        async with aclosing(follow_thread(info.context.actor, key, start, asked)) as changes:
            async for change in changes:
                yield ThreadChanged(
                    cursor=change.cursor,
                    reset=change.reset,
                    thread=cast(Thread | None, change.thread),
                    messages=cast(list[Message], change.messages),
                )
