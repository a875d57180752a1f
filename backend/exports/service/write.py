"""Every contact of a request, block by block, as of one moment."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing

from backend.contacts.rows import EVERYTHING, ContactRow
from backend.contacts.service.finding import (
    MostValues,
    contacts_by_id,
    ids_in_order,
    most_values,
)
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.service import fields_of
from backend.exports.events import ContactsExported
from backend.exports.formats import NUMBERED, file_format
from backend.exports.requests import ExportRequest

BLOCK = 400
"""Contacts read and written at once: some milliseconds, then others have their turn."""

Sink = Callable[[bytes], object]
Progress = Callable[[int, int], None]
"""Told after every block: how many contacts are written, of how many."""


async def write_export(
    actor: Actor, request: ExportRequest, sink: Sink, progress: Progress | None = None
) -> int:
    """Write the file of a request and return how many contacts are in it.

    All of it is of one moment: what is committed while it runs is not in it, in part or whole.
    Beside the file itself, it keeps eight bytes a contact. It reads on a connection of its own,
    seven statements a block at most; blocks become text in a thread, so that the loop stays free.

    Raises:
        FilterTooComplex, TooLong, Forbidden
    """
    actor.require(Permission.EXPORT_CONTACTS)
    async with read.snapshot():
        ids, most = await _places(actor, request)
        fields = await fields_of(actor.account_id)
        file = file_format(request.options, most, fields)
        sink(file.head())
        written = 0
        async with aclosing(_blocks(actor, ids)) as blocks:
            async for contacts in blocks:
                sink(await asyncio.to_thread(file.body, contacts))
                written += len(contacts)
                if progress is not None:
                    progress(written, len(ids))
    return len(ids)


async def _blocks(actor: Actor, ids: Sequence[int]) -> AsyncGenerator[list[ContactRow], None]:
    """Yield the contacts in their order; a block is read while the one before becomes text."""
    reading: asyncio.Task[list[ContactRow]] | None = None
    try:
        for start in range(0, len(ids) + BLOCK, BLOCK):
            ready = await reading if reading else None
            asked = ids[start : start + BLOCK]
            reading = asyncio.create_task(_contacts(actor, asked)) if asked else None
            if ready:
                yield ready
    finally:
        if reading is not None:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)


async def _places(actor: Actor, request: ExportRequest) -> tuple[array[int], MostValues]:
    """Return the ids in the order of the list, and how many columns their values need."""
    ids, most = array("q"), MostValues()
    async with aclosing(ids_in_order(actor, request.filter, request.sort)) as strides:
        async for stride in strides:
            ids.extend(stride)
            if request.options.format in NUMBERED:
                most = most.joined(await most_values(stride))
    return ids, most


async def _contacts(actor: Actor, ids: Sequence[int]) -> list[ContactRow]:
    found = await contacts_by_id(actor, list(ids), EVERYTHING)
    return [found[key] for key in ids]


async def record_export(actor: Actor, request: ExportRequest, count: int) -> None:
    """Write down that a file was written without a link, by a command on the server."""
    actor.require(Permission.EXPORT_CONTACTS)
    fact = ContactsExported(
        actor.account_id, format=request.options.format.value, contact_count=count
    )
    async with unit_of_work(actor) as unit:
        unit.record(fact)
