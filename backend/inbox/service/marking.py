"""Threads read and unread, put aside and taken back, and given to a contact."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.errors import ContactDeleted
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.sql import values_in
from backend.core.errors import NotFound, TooMany
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.errors import ThreadHasContact
from backend.inbox.events import ThreadDeleted, ThreadUpdated
from backend.inbox.queries.threads import threads_by_id
from backend.inbox.rows import ThreadRow
from backend.inbox.service.moving import move_messages
from backend.inbox.service.threads import thread_of_contact

MOST_AT_ONCE = 200


async def mark_threads(actor: Actor, ids: Collection[int], *, is_read: bool) -> str:
    """Mark all of some threads read, or their newest received message unread; return the cursor.

    Raises:
        NotFound: one is not there.
        TooMany, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await _own_threads(unit, ids)
        changed = [row for row in found if row.is_unread is is_read]
        for row in changed:
            if is_read:
                await _read_all(unit, row)
            else:
                await _unread_last(unit, row)
        unit.record_many(ThreadUpdated(row.pk, fields=["isUnread"]) for row in changed)
    return unit.cursor


async def _read_all(unit: UnitOfWork, row: ThreadRow) -> None:
    await unit.execute(
        "UPDATE message SET is_read = ? WHERE thread_id = ? AND is_read = ?", (True, row.pk, False)
    )
    await unit.execute("UPDATE thread SET unread_count = 0, unread = 0 WHERE id = ?", (row.pk,))


async def _unread_last(unit: UnitOfWork, row: ThreadRow) -> None:
    rows = await unit.fetch(
        "SELECT id FROM message WHERE thread_id = ? ORDER BY "
        "CASE WHEN direction = 'in' THEN 0 ELSE 1 END, at DESC, id DESC LIMIT 1",
        (row.pk,),
    )
    if not rows:
        return
    await unit.execute("UPDATE message SET is_read = ? WHERE id = ?", (False, rows[0][0]))
    await unit.execute("UPDATE thread SET unread_count = 1, unread = 1 WHERE id = ?", (row.pk,))


async def archive_threads(actor: Actor, ids: Collection[int], *, is_archived: bool) -> str:
    """Put threads aside, or take them back into the inbox; return the cursor.

    A thread that somebody answers in comes back by itself.

    Raises:
        NotFound: one is not there.
        TooMany, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await _own_threads(unit, ids)
        changed = [row for row in found if row.is_archived is not is_archived]
        chosen = values_in("id", [row.pk for row in changed], unit.dialect)
        await unit.execute(
            f"UPDATE thread SET archived = ? WHERE {chosen.text}",  # noqa: S608
            (int(is_archived), *chosen.params),
        )
        unit.record_many(ThreadUpdated(row.pk, fields=["isArchived"]) for row in changed)
    return unit.cursor


async def assign_thread(actor: Actor, thread_id: int, contact_id: int) -> int:
    """Give a thread with an unknown address to a contact; return the contact's thread, which has
    all messages of both then.

    Raises:
        ThreadHasContact: it is somebody's already.
        ContactDeleted: the contact is in the trash.
        NotFound, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        thread = (await threads_by_id(actor, (thread_id,))).get(thread_id)
        if thread is None:
            raise NotFound(("id",))
        if thread.contact_id is not None:
            raise ThreadHasContact(("id",))
        contact = (await contacts_by_id(actor, (contact_id,))).get(contact_id)
        if contact is None:
            raise NotFound(("contactId",))
        if contact.deleted_micros is not None:
            raise ContactDeleted(("contactId",))
        into = await thread_of_contact(unit, contact_id)
        await move_messages(unit, thread_id, into, None)
        unit.record(ThreadDeleted(thread_id, into_thread=encode_id("Thread", into)))
        unit.record(ThreadUpdated(into, fields=["messages"]))
    return into


async def _own_threads(unit: UnitOfWork, ids: Collection[int]) -> list[ThreadRow]:
    if len(ids) > MOST_AT_ONCE:
        raise TooMany(("ids",), maximum=MOST_AT_ONCE)
    found = await threads_by_id(unit.actor, ids)
    for place, key in enumerate(ids):
        if key not in found:
            raise NotFound(("ids", str(place)))
    return [found[key] for key in dict.fromkeys(ids)]
