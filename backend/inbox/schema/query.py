"""What can be read of the inbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, cast

import strawberry

from backend.core.errors import NotFound
from backend.core.graphql import Connection, Info, Selection, query
from backend.core.graphql.connections import connection
from backend.core.graphql.nodes import node_readers
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.inbox import service
from backend.inbox.queries.mailboxes import own_mailbox
from backend.inbox.queries.messages import messages_by_id, messages_page
from backend.inbox.queries.replies import list_replies, replies_by_id
from backend.inbox.queries.searching import search_threads
from backend.inbox.queries.threads import count_unread, threads_by_id, threads_of_contacts
from backend.inbox.schema.types import (
    FilledReply,
    Mailbox,
    Message,
    SavedReply,
    Thread,
    wanted,
)

First = Annotated[
    int | None, strawberry.argument(description="How many: 50 unless told, at most 200.")
]
After = Annotated[
    str | None, strawberry.argument(description="Cursor of the row that the page comes after.")
]
ThreadId = Annotated[strawberry.ID, strawberry.argument(description="Which thread.")]
ContactId = Annotated[strawberry.ID, strawberry.argument(description="Which contact.")]


@strawberry.type
class InboxQuery:
    """What can be read of the inbox."""

    @query(
        Permission.READ,
        description="The account's threads, unread first, then by their newest message; those of "
        "contacts in the trash are hidden.",
    )
    async def threads(
        self,
        info: Info,
        first: First = None,
        after: After = None,
        archived: Annotated[
            bool | None, strawberry.argument(description="Those put aside, instead of the others.")
        ] = None,
        search: Annotated[
            str | None,
            strawberry.argument(
                description="Only those with a message that has these words, or of contacts found "
                "by them; of both, those put aside too."
            ),
        ] = None,
    ) -> Connection[Thread]:
        page = await search_threads(
            info.context.actor,
            PageRequest.of(given(first), given(after)),
            wanted(Selection.of(info).at("edges", "node")),
            archived=bool(given(archived)),
            search=given(search),
        )
        return cast(Connection[Thread], connection(page))

    @query(Permission.READ, description="How many threads have messages that were not read.")
    async def unread_thread_count(self, info: Info) -> int:
        return await count_unread(info.context.actor)

    @query(Permission.READ, description="A thread; null when it is gone.")
    async def thread(self, info: Info, id: ThreadId) -> Thread | None:
        key = decode_id(id, "Thread", ("id",))
        found = await threads_by_id(info.context.actor, (key,), wanted(Selection.of(info)))
        return cast(Thread | None, found.get(key))

    @query(Permission.READ, description="The thread of a contact; null before the first message.")
    async def contact_thread(self, info: Info, contact_id: ContactId) -> Thread | None:
        key = decode_id(contact_id, "Contact", ("contactId",))
        found = await threads_of_contacts(info.context.actor, (key,), wanted(Selection.of(info)))
        return cast(Thread | None, found.get(key))

    @query(Permission.READ, description="The messages of a thread, newest first.")
    async def thread_messages(
        self, info: Info, id: ThreadId, first: First = None, after: After = None
    ) -> Connection[Message]:
        key = decode_id(id, "Thread", ("id",))
        request = PageRequest.of(given(first), given(after))
        page = await messages_page(info.context.actor, request, thread_id=key)
        return cast(Connection[Message], connection(page))

    @query(
        Permission.READ,
        description="The messages to and from a contact, newest first; none before the first.",
    )
    async def contact_messages(
        self, info: Info, contact_id: ContactId, first: First = None, after: After = None
    ) -> Connection[Message]:
        key = decode_id(contact_id, "Contact", ("contactId",))
        request = PageRequest.of(given(first), given(after))
        page = await messages_page(info.context.actor, request, contact_id=key)
        return cast(Connection[Message], connection(page))

    @query(
        Permission.READ,
        description="The path of a page with a message and its images that lie elsewhere, for a "
        "sandboxed frame; works for ten minutes. Null when the message has none.",
    )
    async def message_with_images(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which message.")],
    ) -> str | None:
        return await service.pictured_path(info.context.actor, decode_id(id, "Message", ("id",)))

    @query(Permission.READ, description="The account's saved replies, by name.")
    async def saved_replies(self, info: Info) -> list[SavedReply]:
        return cast(list[SavedReply], await list_replies(info.context.actor))

    @query(
        Permission.READ,
        description="A saved reply with what is known of a contact filled in.",
    )
    async def filled_reply(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which saved reply.")],
        contact_id: ContactId,
    ) -> FilledReply | None:
        try:
            filled = await service.fill_reply(
                info.context.actor,
                decode_id(id, "SavedReply", ("id",)),
                decode_id(contact_id, "Contact", ("contactId",)),
            )
        except NotFound:
            return None
        return FilledReply(subject=filled.subject, html=filled.html)

    @query(
        Permission.READ,
        description="The address that the account writes from; null before one is set: messages "
        "then come from the server's own.",
    )
    async def mailbox(self, info: Info) -> Mailbox | None:
        return cast(Mailbox | None, await own_mailbox(info.context.actor))


async def _threads(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await threads_by_id(info.context.actor, keys, wanted(Selection.of(info).on("Thread")))


async def _messages(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await messages_by_id(info.context.actor, keys)


async def _replies(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await replies_by_id(info.context.actor, keys)


async def _mailboxes(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    found = await own_mailbox(info.context.actor)
    return {found.pk: found} if found is not None and found.pk in keys else {}


node_readers.register("Thread", _threads)
node_readers.register("Message", _messages)
node_readers.register("SavedReply", _replies)
node_readers.register("Mailbox", _mailboxes)
