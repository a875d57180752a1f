"""The inbox as it changes: the account's history, read as what it did to threads and messages."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from backend.contacts.redirects import redirects
from backend.contacts.rows import Wanted
from backend.core.change_log import Change
from backend.core.feed import feed
from backend.core.permissions import Actor, Permission
from backend.inbox.payable import telling_kinds
from backend.inbox.queries.messages import messages_by_id
from backend.inbox.queries.payments import messages_asking_for
from backend.inbox.queries.threads import count_unread, threads_by_id, threads_of_contacts
from backend.inbox.rows import MessageRow, ThreadRow

MANY = 100
"""From so many threads or messages on, a list is best read again."""
_HIDING = frozenset(
    {
        "contact.deleted",
        "contact.restored",
        "contact.merged",
        "contact.unmerged",
        "contact.purged",
    }
)
"""What takes threads away, or brings them back."""


@dataclass(slots=True)
class InboxChange:
    """What one step of the history did to the inbox."""

    cursor: str
    reset: bool = False
    threads: list[ThreadRow] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    unread_count: int = 0


@dataclass(slots=True)
class ThreadChange:
    """What one step of the history did to the thread of a contact."""

    cursor: str
    reset: bool = False
    thread: ThreadRow | None = None
    messages: list[MessageRow] = field(default_factory=list)


async def follow_inbox(
    actor: Actor, after: int | None, wanted: Wanted | None
) -> AsyncGenerator[InboxChange, None]:
    """Yield what happens to the threads of an account after a place in its history, or from now.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            change = await _inbox_change(actor, batch, wanted)
            if change is not None:
                yield change


async def _inbox_change(
    actor: Actor, batch: Sequence[Change], wanted: Wanted | None
) -> InboxChange | None:
    keys = dict.fromkeys(_thread_of(change) for change in batch)
    keys.pop(None, None)
    hides = any(change.kind in _HIDING for change in batch)
    if not keys and not hides:
        return None
    cursor, unread = batch[-1].cursor, await count_unread(actor)
    if hides or len(keys) > MANY:
        return InboxChange(cursor, reset=True, unread_count=unread)
    ids = [key for key in keys if key is not None]
    found = await threads_by_id(actor, ids, wanted)
    return InboxChange(
        cursor,
        threads=[found[key] for key in ids if key in found],
        gone=[key for key in ids if key not in found],
        unread_count=unread,
    )


def _thread_of(change: Change) -> int | None:
    if change.subject_type == "Thread":
        return change.subject_id
    if change.subject_type in {"Message", "PaymentRequest"}:
        return change.payload.get("thread_id")
    return None


async def follow_thread(
    actor: Actor, contact_id: int, after: int | None, wanted: Wanted | None
) -> AsyncGenerator[ThreadChange, None]:
    """Yield what happens to the messages of a contact; one that is merged is then the one that has
    it all.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            change = await _thread_change(actor, contact_id, batch, wanted)
            if change is not None:
                yield change


async def _thread_change(
    actor: Actor, contact_id: int, batch: Sequence[Change], wanted: Wanted | None
) -> ThreadChange | None:
    asked = await _messages_asked_by(actor, batch)
    if not asked and not any(_thread_of(change) or change.kind in _HIDING for change in batch):
        return None
    now_id = (await redirects(actor, (contact_id,))).get(contact_id, contact_id)
    thread = (await threads_of_contacts(actor, (now_id,), wanted)).get(now_id)
    key = None if thread is None else thread.pk
    about = [change for change in batch if key is not None and _thread_of(change) == key]
    hides = any(
        change.kind in _HIDING and change.subject_id in {contact_id, now_id} for change in batch
    )
    paid = await messages_by_id(actor, asked)
    theirs = [each for each in asked if each in paid and paid[each].thread_pk == key]
    if not about and not hides and not theirs:
        return None
    ids = dict.fromkeys([*(_message_of(change) for change in about), *theirs])
    ids.pop(None, None)
    cursor = batch[-1].cursor
    if hides or len(ids) > MANY or any(_moves_messages(change) for change in about):
        return ThreadChange(cursor, reset=True, thread=thread)
    found = await messages_by_id(actor, [each for each in ids if each is not None])
    messages = sorted(found.values(), key=lambda row: (row.micros, row.pk))
    return ThreadChange(cursor, thread=thread, messages=messages)


async def _messages_asked_by(actor: Actor, batch: Sequence[Change]) -> list[int]:
    """Return the messages that ask for invoices which stand otherwise now."""
    kinds = telling_kinds()
    told = {each.subject_id for each in batch if each.kind in kinds}
    return await messages_asking_for(actor, told)


def _moves_messages(change: Change) -> bool:
    """Whether messages came or went, of which the history does not say which."""
    return change.kind == "thread.deleted" or "messages" in change.payload.get("fields", ())


def _message_of(change: Change) -> int | None:
    if change.subject_type == "Message":
        return change.subject_id
    return change.payload.get("message_id")
